import { DomainError } from '@minh-bach/kernel';
import { formatDay, parseMoment } from '../days.ts';
import type { Day } from '../days.ts';
import type { DeadlineRule } from '../pack/schema.ts';
import type { Pause } from './deadline.ts';

/** Days `from` to before `to` are not counted. */
export interface StoppedDays {
  readonly from: Day;
  readonly to: Day | null;
}

/**
 * Suspensions and obstacles in order. Refuses a rule whose law knows no stop, a stop before that
 * law was in force, one that ends before it begins, and two that overlap.
 */
export function readPauses(rule: DeadlineRule, pauses: readonly Pause[] = []): StoppedDays[] {
  if (pauses.length === 0) return [];
  const { pause: allowed } = rule;
  if (allowed === undefined) throw new DomainError('deadline.cannot_pause', { rule: rule.id });

  const stopped = pauses
    .map(({ from, to }) => ({
      from: parseMoment(from).day,
      to: to === undefined ? null : parseMoment(to).day,
    }))
    .toSorted((a, b) => a.from - b.from);

  for (const [index, { from, to }] of stopped.entries()) {
    const on = formatDay(from);
    if (on < allowed.from) {
      throw new DomainError('deadline.pause_before_law', {
        rule: rule.id,
        on,
        inForceFrom: allowed.from,
      });
    }
    const next = stopped[index + 1];
    if ((to !== null && to < from) || (next !== undefined && (to === null || next.from < to))) {
      throw new DomainError('deadline.pauses_overlap', { rule: rule.id, from: on });
    }
  }
  return stopped;
}

export const isStopped = (stopped: readonly StoppedDays[], day: Day): boolean =>
  stopped.some(({ from, to }) => day >= from && to !== null && day < to);
