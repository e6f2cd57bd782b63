import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import {
  REPORT_TITLE,
  URGING_REFUSALS,
  awaitsReport,
  delayReportFields,
  unresolvedUrgingFields,
  urgingEffect,
} from '../urging.ts';
import type { MatterParts } from '../situation.ts';
import { holds } from './of-case.ts';

const isUndecided = ({ investigation }: MatterParts): boolean =>
  investigation !== undefined && investigation.state !== 'decided';

/** Đôn đốc: the head directly above tells the unit to resolve its case. */
export const urgeCase = defineCommand({
  name: 'urge-case',
  route: 'investigation/cases/:number/urgings',
  action: 'case.urge',
  summary: words(
    'Đôn đốc cấp dưới giải quyết vụ việc đã thụ lý',
    'Urges the lower unit to resolve a case that it accepted',
  ),
  status: 201,
  ifMatch: true,
  refusals: ['ALREADY_CONCLUDED', 'NOTHING_LATE', ...URGING_REFUSALS],
  body: unresolvedUrgingFields,
  forms: [
    {
      id: 'urge-case',
      title: words('Đôn đốc cấp dưới', 'Urge the lower unit'),
      reaches: ({ matter }) => matter.investigation?.mayUrge === true,
      offered: ({ matter }) => isUndecided(matter),
      effect: ({ investigation }) => urgingEffect(investigation?.isDenunciation === true),
    },
  ],
});

/** The head of the unit that has the case answers. */
export const reportCaseDelay = defineCommand({
  name: 'report-case-delay',
  route: 'investigation/cases/:number/delay-reports',
  action: 'case.report-delay',
  summary: words(
    'Báo cáo cấp trên lý do chậm giải quyết vụ việc',
    'Reports to the level above why a case is late',
  ),
  status: 201,
  ifMatch: true,
  refusals: ['NO_REPORT_AWAITED'],
  body: delayReportFields,
  forms: [
    {
      id: 'report-case-delay',
      title: REPORT_TITLE,
      reaches: holds,
      offered: ({ matter }) => isUndecided(matter) && awaitsReport(matter.investigation),
    },
  ],
});
