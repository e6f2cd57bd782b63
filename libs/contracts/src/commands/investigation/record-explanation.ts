import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { date, line, text } from '../fields.ts';
import { isWorkedOn, works } from './of-case.ts';
import { PAPERS, PAPERS_REFUSALS } from './papers.ts';

/** Giải trình of the complained-of side. */
export const recordExplanation = defineCommand({
  name: 'record-explanation',
  route: 'investigation/cases/:number/explanations',
  action: 'case.record',
  summary: words('Ghi nhận giải trình', 'Records an explanation'),
  status: 201,
  refusals: [
    'NOT_THE_ASSIGNEE',
    'ALREADY_CONCLUDED',
    'DATE_IN_FUTURE',
    'TOO_OFTEN_TODAY',
    ...PAPERS_REFUSALS,
  ],
  body: {
    givenBy: line(200, words('Người giải trình', 'Given by')),
    givenOn: date(words('Ngày giải trình', 'Given on')),
    text: text(10_000, words('Nội dung giải trình', 'Explanation'), { rows: 6 }),
    ...PAPERS,
  },
  forms: [
    {
      id: 'explanation',
      title: words('Ghi giải trình', 'Record an explanation'),
      reaches: works,
      offered: isWorkedOn,
    },
  ],
});
