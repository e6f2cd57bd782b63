import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { line, orNull, text } from '../fields.ts';
import { handles } from './of-petition.ts';

/** What the level above asked for when it urged a denunciation past its limit (Luật Tố cáo Đ.38 k.3). */
export const reportDelay = defineCommand({
  name: 'report-delay',
  route: 'triage/petitions/:number/delay-reports',
  action: 'petition.decide',
  summary: words(
    'Báo cáo cấp trên lý do chậm giải quyết tố cáo',
    'Reports to the level above why a denunciation is late',
  ),
  status: 201,
  ifMatch: true,
  refusals: ['NO_REPORT_AWAITED'],
  body: {
    letter: orNull(line(100, words('Số, ký hiệu văn bản báo cáo', 'Number of the report'))),
    report: text(5000, words('Nội dung báo cáo', 'Report'), {
      rows: 6,
      hint: words(
        'Quá trình giải quyết, lý do chậm, trách nhiệm của từng người (Luật Tố cáo Đ.38 k.2). Không nêu thông tin có thể làm lộ người tố cáo.',
        'The course, the reason of the delay, who is responsible (Law on Denunciations Art. 38.2). Nothing that could tell who denounces.',
      ),
    }),
  },
  forms: [
    {
      id: 'report-delay',
      title: words('Báo cáo lý do chậm', 'Report the delay'),
      reaches: handles,
      offered: ({ matter: { triage } }) =>
        triage?.clocks?.some(({ rule }) => rule === 'TC.OVERDUE_REPORT') === true,
    },
  ],
});
