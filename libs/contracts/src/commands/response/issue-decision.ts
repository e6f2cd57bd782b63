import { CONCLUSION_WORDS } from '../../vocabulary-words.ts';
import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { choice, date, line, person, text } from '../fields.ts';

export const issueDecision = defineCommand({
  name: 'issue-decision',
  route: 'response/cases/:number/decision',
  action: 'response.issue',
  summary: words('Ban hành quyết định giải quyết', 'Issues the decision'),
  ifMatch: true,
  refusals: [
    'NOT_THE_TIME_FOR_THIS',
    'DATE_IN_FUTURE',
    'DATE_TOO_EARLY',
    'SIGNER_CANNOT_SIGN',
    'CONCLUSION_NOT_APPROVED',
  ],
  body: {
    decisionNumber: line(60, words('Số quyết định', 'Decision number')),
    issuedOn: date(words('Ngày ban hành', 'Issued on')),
    signer: person('head', words('Người ký', 'Signed by')),
    /** What the decision says: nothing else than the conclusion that was approved. */
    conclusion: choice(
      CONCLUSION_WORDS,
      words('Kết luận trong quyết định', 'Conclusion in the decision'),
      {
        hint: words(
          'Phải đúng với kết luận đã được phê duyệt của vụ việc.',
          'It must be the approved conclusion of the case.',
        ),
      },
    ),
    text: text(20_000, words('Nội dung quyết định', 'Text of the decision'), { rows: 8 }),
  },
  forms: [
    {
      id: 'issue',
      title: words('Ban hành quyết định', 'Issue the decision'),
      reaches: ({ matter, post }) => matter.response?.issuing?.id === post.unit,
      offered: ({ matter }) => matter.response?.state === 'requested',
    },
  ],
});
