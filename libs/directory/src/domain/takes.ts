import type { DeputyEntry, PostEntry } from '@minh-bach/contracts';
import { canonicalBytes } from '@minh-bach/kernel';
import { dayBefore } from './days.ts';
import type { Entry } from './entry.events.ts';

/** How many administrators a change takes. `ending`: one, since it only takes rights away. */
export type Takes = 'ending' | 'two';

export const sameEntry = (a: Entry, b: Entry): boolean =>
  Buffer.from(canonicalBytes(asSaid(a))).equals(canonicalBytes(asSaid(b)));

/** Roles that an older entry repeats say nothing more. */
const asSaid = (entry: Entry): Entry =>
  entry.kind === 'post' ? { ...entry, roles: [...new Set(entry.roles)] } : entry;

/**
 * Whatever gives a right, or says who somebody or what a unit is, takes two: by its name people choose
 * where a petition goes. So does whatever ends a right of an administrator: one must not lock the other
 * out. So does the end of the last auditor: only administrators would be left to read its alarm. So does
 * the end of the last head of a unit and of all above it, and of yet another person within a day: endings
 * are at once so that one right can end at night, not so that one administrator can empty an office.
 */
export function takes(
  entry: Entry,
  before: Entry | null,
  {
    today,
    isAdministrator,
    isLast,
    isOneTooMany,
  }: {
    readonly today: string;
    readonly isAdministrator: boolean;
    /** Auditor of all, or head of a unit and of all above it. */
    readonly isLast: boolean;
    /** The administrator ended others alone within a day. */
    readonly isOneTooMany: boolean;
  },
): Takes {
  const alone = !isAdministrator && !isLast && !isOneTooMany;
  return ends(entry, before, today) && alone ? 'ending' : 'two';
}

/** Nothing but the end of what there was: from now on, or from a day to come; never of days gone by. */
export function ends(entry: Entry, before: Entry | null, today: string): boolean {
  if (before?.kind !== entry.kind) return false;
  switch (entry.kind) {
    case 'unit':
      return false;
    case 'person':
      return !entry.active && sameEntry({ ...(before as typeof entry), active: false }, entry);
    case 'post':
      return isEarlierEnd(entry, before as typeof entry, today);
    case 'deputy':
      return entry.revoked
        ? sameEntry({ ...(before as typeof entry), revoked: true }, entry)
        : isEarlierEnd(entry, before as typeof entry, today);
  }
}

/** The last day may be yesterday: then the right has ended already today. */
const isEarlierEnd = <E extends PostEntry | DeputyEntry>(
  entry: E,
  before: E,
  today: string,
): boolean =>
  entry.to !== null &&
  (before.to === null || entry.to < before.to) &&
  entry.to >= dayBefore(today) &&
  sameEntry({ ...before, to: entry.to } as E, entry);

/** Whom a change gives something, or takes something from. */
export function concerned(entry: Entry, before: Entry | null): readonly string[] {
  const people = [personOf(entry), before === null ? undefined : personOf(before)];
  return [...new Set(people.filter((person) => person !== undefined))];
}

/** Whom an entry is about. */
export function personOf(entry: Entry): string | undefined {
  switch (entry.kind) {
    case 'person':
      return entry.id;
    case 'post':
      return entry.person;
    case 'deputy':
      return entry.deputy;
    case 'unit':
      return undefined;
  }
}
