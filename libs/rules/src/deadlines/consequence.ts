import { consequences, deadlineRules } from '../pack/pack.ts';
import type { Words } from './deadline.ts';

/** What the pack says that a breach leads to, and where it says so from. */
export interface BreachConsequence {
  /** e.g. `complainant_may_go_second_or_court`. */
  readonly code: string;
  readonly text: Words;
  /** `null`: no law, but the product's own policy. */
  readonly law: string | null;
}

/** Of a breach of this rule; `undefined` where the pack names nothing, or does not know the rule. */
export function consequenceOf(rule: string): BreachConsequence | undefined {
  const code = deadlineRules.get(rule)?.onBreach ?? undefined;
  const found = code === undefined ? undefined : consequences[code];
  if (code === undefined || found === undefined) return undefined;
  const { vi, en, law } = found;
  return { code, text: { vi, en }, law };
}
