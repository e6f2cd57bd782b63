import type { ClockStarted, Due } from '@minh-bach/contracts';
import { remaining } from '@minh-bach/rules';

/** From so many working days on a date is near. */
const SOON = 2;

/** A running clock in words, as of now: worklists warn by the stricter date. */
export function dueOf(clock: ClockStarted, now: Date): Due {
  const left = remaining(clock, now.toISOString());
  const strict = remaining({ ...clock, due: clock.safeDue }, now.toISOString());
  const { rule, ruleVersion, name, source, legal, due, safeDue, provisional, explanation } = clock;
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
    explanation,
  };
}

/** The nearest of them; `null` when none runs. */
export function nearestDue(clocks: readonly ClockStarted[], now: Date): Due | null {
  const [first] = [...clocks].sort((a, b) => a.safeEndsAt.localeCompare(b.safeEndsAt));
  return first ? dueOf(first, now) : null;
}
