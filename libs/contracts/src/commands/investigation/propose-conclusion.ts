import { CONCLUSION_WORDS } from '../../vocabulary-words.ts';
import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { choice, text } from '../fields.ts';
import { isWorkedOn, works } from './of-case.ts';

export const proposeConclusion = defineCommand({
  name: 'propose-conclusion',
  route: 'investigation/cases/:number/conclusions',
  action: 'case.propose',
  summary: words('Trình dự thảo kết luận', 'Proposes a conclusion'),
  status: 201,
  ifMatch: true,
  refusals: ['NOT_THE_ASSIGNEE', 'ALREADY_CONCLUDED', 'TOO_OFTEN_TODAY'],
  body: {
    conclusion: choice(CONCLUSION_WORDS, words('Kết luận', 'Conclusion')),
    findings: text(20_000, words('Kết quả xác minh', 'Findings'), { rows: 8 }),
    law: text(2000, words('Căn cứ pháp luật', 'Legal basis'), { rows: 2 }),
    measures: text(10_000, words('Biện pháp giải quyết', 'Measures'), { rows: 4 }),
  },
  forms: [
    {
      id: 'propose',
      title: words('Trình phê duyệt', 'Submit for approval'),
      reaches: works,
      offered: isWorkedOn,
    },
  ],
});
