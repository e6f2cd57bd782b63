import { CONCLUSION_WORDS, FORWARDER_WORDS } from '../../vocabulary-words.ts';
import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { addressedBy } from '../../addressees.ts';
import { choice, date, flag, line, orNull, person, text } from '../fields.ts';
import type { MatterParts } from '../situation.ts';

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
    issuedOn: date(words('Ngày ban hành', 'Issued on'), { today: true }),
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
    forwarder: orNull(
      choice(FORWARDER_WORDS, words('Nơi đã chuyển đơn đến', 'Who forwarded the petition')),
    ),
    hasRelated: flag(
      words(
        'Phải gửi quyết định cho người có quyền lợi, nghĩa vụ liên quan',
        'There are people with related rights and duties to send it to',
      ),
    ),
    hasConcerned: flag(
      words(
        'Phải gửi quyết định cho cơ quan, tổ chức, cá nhân khác có liên quan',
        'There are others concerned to send it to',
      ),
    ),
  },
  forms: [
    {
      id: 'issue',
      title: words('Ban hành quyết định', 'Issue the decision'),
      reaches: ({ matter, post }) => matter.response?.issuing?.id === post.unit,
      offered: ({ matter }) => matter.response?.state === 'requested',
      asks: (matter) => {
        const { response, intake } = matter;
        const { ifAny = [] } = response ? addressedBy(response) : {};
        const forwarder = intake?.forwardedBy?.kind;
        return [
          'decisionNumber',
          'issuedOn',
          { of: 'signer', initial: response?.approvedBy?.id ?? '' },
          { of: 'conclusion', initial: response?.conclusion ?? '' },
          { of: 'text', initial: textFrom(matter) },
          ...(ifAny.includes('forwarder')
            ? [{ of: 'forwarder' as const, ...(forwarder && { initial: forwarder }) }]
            : []),
          ...(ifAny.includes('related') ? (['hasRelated'] as const) : []),
          ...(ifAny.includes('concerned') ? (['hasConcerned'] as const) : []),
        ];
      },
    },
  ],
});

/** What was approved, as the decision begins to say it. */
function textFrom({ investigation }: MatterParts): string {
  const approved = investigation?.drafts.find(({ status }) => status === 'approved');
  if (!approved) return '';
  const { findings, law, measures } = approved;
  return [
    findings && `Kết quả xác minh: ${findings}`,
    `Căn cứ: ${law}`,
    measures && `Quyết định: ${measures}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}
