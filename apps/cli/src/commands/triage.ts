import { proposeTriage, triageFacts, triageOutcomes } from '@minh-bach/rules';
import type { TriageProposal } from '@minh-bach/rules';
import { answerFacts } from '../facts.ts';

const usage = {
  vi: '--facts TỆP [--json]: đề xuất xử lý đơn theo 19 quy tắc; người có thẩm quyền quyết định',
  en: '--facts FILE [--json]: what the 19 rules propose; a person decides',
};

const inWords = ({ rule, outcomes, reason, source, warnings }: TriageProposal): string =>
  (['vi', 'en'] as const)
    .map((language) =>
      [
        `${rule ?? '-'}: ${outcomes.map((code) => triageOutcomes.get(code)?.[language]).join(', ')}`,
        reason[language],
        source,
        ...warnings.map((warning) => `! ${warning[language]}`),
      ].join('\n'),
    )
    .join('\n\n');

const run = (args: string[]): Promise<number> =>
  answerFacts(
    args,
    `mb triage ${usage.vi}\nmb triage ${usage.en}`,
    triageFacts,
    proposeTriage,
    inWords,
  );

export default { usage, run };
