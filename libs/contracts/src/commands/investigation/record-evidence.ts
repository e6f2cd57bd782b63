import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { date, line, text } from '../fields.ts';
import { isWorkedOn, works } from './of-case.ts';

export const recordEvidence = defineCommand({
  name: 'record-evidence',
  route: 'investigation/cases/:number/evidence',
  action: 'case.record',
  summary: words('Ghi nhận chứng cứ', 'Records evidence'),
  status: 201,
  refusals: ['NOT_THE_ASSIGNEE', 'ALREADY_CONCLUDED', 'DATE_IN_FUTURE', 'TOO_OFTEN_TODAY'],
  body: {
    title: line(200, words('Tên chứng cứ', 'Title of the evidence')),
    obtainedOn: date(words('Ngày thu thập', 'Obtained on')),
    text: text(10_000, words('Nội dung, nguồn', 'Content, source'), { rows: 6 }),
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
