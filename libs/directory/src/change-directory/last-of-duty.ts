import { WATCHED_DUTIES, type DirectoryEntryV1 } from '@minh-bach/contracts';
import type { Organisation } from '@minh-bach/platform';
import type { EndedDuties } from '../domain/entry.decider.ts';
import {
  after,
  daysOfChange,
  holdersOn,
  type Administration,
  type Duty,
} from './administrators.ts';
import type { Powers } from './powers.ts';

/**
 * Whom a change leaves without a successor in this duty, on today or any later day: two ends on
 * different days leave nobody, too.
 */
export function lastOf(
  before: Administration,
  entry: DirectoryEntryV1,
  duty: Duty,
  today: string,
): string | undefined {
  const then = after(before, entry, today);
  for (const day of daysOfChange([before, then], today)) {
    const [last] = holdersOn(before, duty, day);
    if (last !== undefined && holdersOn(then, duty, day).size === 0) return last;
  }
  return undefined;
}

/** The watched duties that nobody of a unit has any more, by unit; a head's, where nobody leads it any more. */
export async function dutiesEndedBy(
  powers: Powers,
  entry: DirectoryEntryV1,
  today: string,
): Promise<EndedDuties[]> {
  const units = await powers.unitsOf(entry);
  if (units.length === 0) return [];
  const before = await powers.holding(WATCHED_DUTIES, units);
  return units.flatMap((unit) => {
    const ended = WATCHED_DUTIES.flatMap((role) => {
      const duty = { role, units: [unit] };
      const person =
        lastOf(before, entry, duty, today) ??
        (role === 'head' ? lastOf(before, entry, { ...duty, leads: true }, today) : undefined);
      return person === undefined ? [] : [{ role, person }];
    });
    const roles = ended.map(({ role }) => role).sort();
    return ended[0] ? [{ unit, person: ended[0].person, roles }] : [];
  });
}

/** Whether the change leaves no auditor at all: then nobody would be left to read the alarm of it. */
export async function endsLastAuditor(
  powers: Powers,
  entry: DirectoryEntryV1,
  today: string,
): Promise<boolean> {
  const before = await powers.holding(['auditor']);
  return lastOf(before, entry, { role: 'auditor' }, today) !== undefined;
}

/**
 * Whether it leaves a unit without a head, and all units above it, too: nobody then decides its matters. Or
 * with deputy heads alone.
 */
export async function endsLastHead(
  powers: Powers,
  organisation: Organisation,
  entry: DirectoryEntryV1,
  today: string,
): Promise<boolean> {
  for (const unit of await powers.unitsOf(entry)) {
    const line = [unit, ...(await organisation.exact.unitsAbove(unit))];
    const before = await powers.holding(['head'], line);
    for (const leads of [false, true])
      if (lastOf(before, entry, { role: 'head', leads, units: line }, today) !== undefined)
        return true;
  }
  return false;
}
