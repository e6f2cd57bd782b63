import type { ClockStarted, Due, ListedDue } from '@minh-bach/contracts';
import { remaining } from '@minh-bach/rules';
import type { ListedClock } from './clock-columns.ts';
import { explanationOf } from './explanation.ts';

/** From so many working days on a date is near. */
export const SOON = 2;

/** A running clock in words, as of now. */
export const dueOf = (clock: ClockStarted, now: Date): Due => ({
  ...listedDueOf(clock, now),
  explanation: explanationOf(clock),
});

/** Warns by the stricter date. */
function listedDueOf(clock: ListedClock, now: Date): ListedDue {
  const left = remaining(clock, now.toISOString());
  const strict = remaining({ ...clock, due: clock.safeDue }, now.toISOString());
  const { rule, ruleVersion, name, source, legal, due, safeDue, provisional } = clock;
  return {
    rule,
    ruleVersion,
    name,
    law: source.law,
    legal,
    due,
    safeDue,
    provisional,
    overdue: left.overdue,
    tone: left.overdue ? 'overdue' : strict.value <= SOON ? 'soon' : 'running',
    text: left.text,
  };
}

/** The nearest of them; `null` when none runs. */
export function nearestDue(clocks: readonly ListedClock[], now: Date): ListedDue | null {
  const [first] = [...clocks].sort((a, b) => a.safeEndsAt.localeCompare(b.safeEndsAt));
  return first ? listedDueOf(first, now) : null;
}
