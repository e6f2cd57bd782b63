import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { REPORT_TITLE, awaitsReport, delayReportFields } from '../urging.ts';
import { handles } from './of-petition.ts';

/** What the level above asked for when it urged it (of a late denunciation Luật Tố cáo Đ.38 k.3). */
export const reportDelay = defineCommand({
  name: 'report-delay',
  route: 'triage/petitions/:number/delay-reports',
  action: 'petition.decide',
  summary: words(
    'Báo cáo cấp trên lý do chậm giải quyết đơn',
    'Reports to the level above why a petition is late',
  ),
  status: 201,
  ifMatch: true,
  refusals: ['NO_REPORT_AWAITED'],
  body: delayReportFields,
  forms: [
    {
      id: 'report-delay',
      title: REPORT_TITLE,
      reaches: handles,
      offered: ({ matter: { triage } }) =>
        (triage?.state === 'taken' || triage?.state === 'classified') && awaitsReport(triage),
    },
  ],
});
