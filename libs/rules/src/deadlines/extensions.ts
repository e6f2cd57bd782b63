import { DomainError } from '@minh-bach/kernel';
import { parseDay } from '../days.ts';
import type { Day } from '../days.ts';
import type { DeadlineRule } from '../pack/schema.ts';
import type { Extension } from './deadline.ts';

/**
 * How many days the decisions add together. Only denunciations extend: once when complex, twice
 * when specially complex, at most 30 days each (Luật Tố cáo 25/2018 Đ.30). A decision comes after
 * acceptance, never in advance within it, and before the period it extends has run out.
 */
export function readExtensions(
  rule: DeadlineRule,
  extensions: readonly Extension[],
  acceptedOn: Day,
  dueWith: (days: number) => Day,
): number {
  const { extension: allowed } = rule;
  if (allowed === undefined) throw new DomainError('deadline.cannot_extend', { rule: rule.id });

  let added = 0;
  for (const [index, { decision, decidedOn, complexity, days }] of extensions.entries()) {
    const details = { rule: rule.id, decision, decidedOn };
    const decided = parseDay(decidedOn);
    const more = days ?? allowed.value;
    const limit = allowed.limits[complexity];

    if (decision.trim() === '') throw new DomainError('deadline.extension_undecided', details);
    if (index >= limit) throw new DomainError('deadline.extended_too_often', { ...details, limit });
    if (!Number.isInteger(more) || more < 1 || more > allowed.value) {
      throw new DomainError('deadline.extended_too_long', { ...details, most: allowed.value });
    }
    if (decided <= acceptedOn) throw new DomainError('deadline.extended_in_advance', details);
    if (decided > dueWith(added)) throw new DomainError('deadline.extended_too_late', details);
    added += more;
  }
  return added;
}
