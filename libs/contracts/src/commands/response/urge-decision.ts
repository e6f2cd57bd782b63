import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import {
  REPORT_TITLE,
  URGING_REFUSALS,
  awaitsReport,
  delayReportFields,
  urgingFields,
} from '../urging.ts';
import { mayBeLate, sends } from './of-response.ts';

/** Đôn đốc: the decision is issued, and its sending or publication is late by law. */
export const urgeDecision = defineCommand({
  name: 'urge-decision',
  route: 'response/cases/:number/urgings',
  action: 'case.urge',
  summary: words(
    'Đôn đốc cấp dưới gửi, công khai quyết định đã quá hạn',
    'Urges the lower unit to send or publish a decision that is late',
  ),
  status: 201,
  ifMatch: true,
  refusals: ['NOTHING_LATE', ...URGING_REFUSALS],
  body: urgingFields,
  forms: [
    {
      id: 'urge-decision',
      title: words('Đôn đốc cấp dưới', 'Urge the lower unit'),
      reaches: ({ matter }) => matter.response?.mayUrge === true,
      offered: mayBeLate,
      effect: () =>
        words(
          'Chỉ đôn đốc việc đã quá thời hạn theo luật: gửi quyết định, công khai, báo cơ quan chuyển đơn. Đơn vị báo cáo lại được ngay trong hồ sơ; chưa có quy định về thời hạn báo cáo.',
          'Only what is late by law is urged: to send the decision, to publish it, to tell who forwarded the petition. The unit can report in the file; no text sets a date for that.',
        ),
    },
  ],
});

/** The head of the unit that sends it answers. */
export const reportDecisionDelay = defineCommand({
  name: 'report-decision-delay',
  route: 'response/cases/:number/delay-reports',
  action: 'case.report-delay',
  summary: words(
    'Báo cáo cấp trên lý do chậm gửi, công khai quyết định',
    'Reports to the level above why a decision is not sent or published yet',
  ),
  status: 201,
  ifMatch: true,
  refusals: ['NO_REPORT_AWAITED'],
  body: delayReportFields,
  forms: [
    {
      id: 'report-decision-delay',
      title: REPORT_TITLE,
      reaches: sends,
      offered: (situation) => mayBeLate(situation) && awaitsReport(situation.matter.response),
    },
  ],
});
