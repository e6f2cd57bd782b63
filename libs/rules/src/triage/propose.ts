import type { Words } from '../deadlines/deadline.ts';
import { triagePack } from '../pack/pack.ts';
import { packVersion } from '../pack/version.ts';
import type { TriageRule } from '../pack/schema.ts';
import { conditions, matterOf, outcomesOf, unlistedRule } from './conditions.ts';
import type { Matter } from './conditions.ts';
import { readTriageFacts } from './facts.ts';
import type { ContentKind, TriageFactsInput } from './facts.ts';
import { warningsOf } from './warnings.ts';
import type { TriageWarning } from './warnings.ts';

/** What the rules suggest. A person decides, and may differ with a reason. */
export interface TriageProposal {
  /** The order of the rule that decides; null when none holds. */
  readonly rule: number | null;
  /** Codes of `triageOutcomes`. Those of rule 20 come first. */
  readonly outcomes: readonly string[];
  /** The texts in force on the date of the facts. */
  readonly source: string;
  readonly reason: Words;
  /** What it is treated as; null while it still has several contents. */
  readonly kind: ContentKind | null;
  readonly warnings: readonly TriageWarning[];
  readonly packVersion: string;
}

/** What an outcome is called. */
export const triageOutcomes: ReadonlyMap<string, Words> = new Map(
  triagePack.outcomes.map(({ code, vi, en }) => [code, { vi, en }]),
);

const rules = triagePack.rules.toSorted((a, b) => a.order - b.order);

/**
 * Goes through the rules in order. Rule 20 adds its outcomes and goes on; every other rule that
 * holds decides.
 *
 * @throws `facts.invalid`
 */
export function proposeTriage(input: TriageFactsInput): TriageProposal {
  const { facts, unknownFacts } = readTriageFacts(input);
  const matter = matterOf(facts);
  const { urgent, deciding } = rulesThatHold(matter);
  const held = [urgent, deciding].filter((rule) => rule !== undefined);
  const rule = (deciding ?? urgent)?.order ?? null;
  const confirmed = held.every((each) => each.confirmed === true);

  return {
    rule,
    outcomes: held.flatMap((each) => outcomesOf(each.order, each.then, matter)),
    source: held.map((each) => lawsOf(each, facts.date)).join('; '),
    reason: {
      vi: held.map(({ when }) => `${when.vi}.`).join(' '),
      en: held.map(({ when }) => `${when.en}.`).join(' '),
    },
    kind: matter.kind ?? null,
    warnings: warningsOf({ matter, rule, confirmed }, unknownFacts),
    packVersion,
  };
}

function rulesThatHold(matter: Matter): { urgent?: TriageRule; deciding?: TriageRule } {
  let urgent: TriageRule | undefined;
  for (const rule of rules) {
    if (conditions.get(rule.order)?.(matter) !== true) continue;
    if (rule.order !== 20) return { deciding: rule, ...(urgent && { urgent }) };
    urgent = rule;
  }
  const unlisted = unlistedRule(matter);
  const deciding = rules.find(({ order }) => order === unlisted);
  return { ...(urgent && { urgent }), ...(deciding && { deciding }) };
}

/** Without a date, the texts in force when the pack was compiled. */
const lawsOf = ({ law }: TriageRule, date = packVersion): string =>
  law
    .filter(({ from, to }) => (from ?? '') <= date && date <= (to ?? '9999-12-31'))
    .map(({ text }) => text)
    .join('; ');
