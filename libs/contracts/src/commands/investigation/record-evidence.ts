import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { date, line, orNull, text } from '../fields.ts';
import { isWorkedOn, works } from './of-case.ts';
import { PAPERS, PAPERS_REFUSALS } from './papers.ts';

export const recordEvidence = defineCommand({
  name: 'record-evidence',
  route: 'investigation/cases/:number/evidence',
  action: 'case.record',
  summary: words('Ghi nhận chứng cứ', 'Records evidence'),
  status: 201,
  refusals: [
    'NOT_THE_ASSIGNEE',
    'ALREADY_CONCLUDED',
    'DATE_IN_FUTURE',
    'TOO_OFTEN_TODAY',
    ...PAPERS_REFUSALS,
  ],
  body: {
    title: line(200, words('Tên chứng cứ', 'Title of the evidence')),
    obtainedOn: date(words('Ngày thu thập', 'Obtained on')),
    source: orNull(
      line(200, words('Người hoặc nơi cung cấp', 'From whom'), {
        hint: words(
          'Hiện trong mục lục hồ sơ. Không ghi tên, địa chỉ người tố cáo.',
          'Stands in the index of the file. Never the name or address of a denouncer.',
        ),
      }),
    ),
    text: text(10_000, words('Nội dung, nguồn', 'Content, source'), { rows: 6 }),
    ...PAPERS,
  },
  forms: [
    {
      id: 'evidence',
      title: words('Thêm chứng cứ', 'Add evidence'),
      reaches: works,
      offered: isWorkedOn,
    },
  ],
});
