import type { DeputyEntry } from '@minh-bach/contracts';
import { DomainError, canonicalBytes, localDate, type Decider } from '@minh-bach/kernel';
import type { Entry, EntryEvent } from './entry.events.ts';

export interface RecordEntry {
  readonly type: 'RecordEntry';
  readonly entry: Entry;
}

/** A deputation from today on, or the early end of one that has begun. */
export interface AppointDeputy {
  readonly type: 'AppointDeputy';
  readonly entry: DeputyEntry;
}

/** One entry of the organisation: a unit, a person, a post or a deputy, each its own stream. */
export const entryDecider: Decider<Entry | null, RecordEntry | AppointDeputy, EntryEvent> = {
  initialState: null,

  decide(command, before, { actor, now }) {
    if (before && before.kind !== command.entry.kind)
      throw new DomainError('ENTRY_OF_ANOTHER_KIND');
    const entry =
      command.type === 'AppointDeputy'
        ? fromTodayOn(command.entry, before, localDate(now))
        : command.entry;
    if ('from' in entry && entry.to !== null && entry.to < entry.from)
      throw new DomainError('PERIOD_BACKWARDS', { field: '/to' });
    if (actor.role === 'administrator' && personOf(entry) === actor.person)
      throw new DomainError('NOT_FOR_ONESELF');
    if (before && same(before, entry)) return [];
    return [eventFor(entry)];
  },

  evolve: (_, { data }) => data.entry,
};

/** Nobody acted in the past by what is said today; what runs may end before its time. */
function fromTodayOn(entry: DeputyEntry, before: Entry | null, today: string): DeputyEntry {
  if (entry.from >= today) return entry;
  const runs = before?.kind === 'deputy' && !before.revoked;
  if (!runs || entry.to < today || entry.to > before.to)
    throw new DomainError('DEPUTY_BACKDATED', { field: '/from' });
  return { ...before, to: entry.to };
}

/** Whom an entry is about: who administers gives nothing to himself, another must. */
function personOf(entry: Entry): string | undefined {
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

const same = (a: Entry, b: Entry): boolean =>
  Buffer.from(canonicalBytes(a)).equals(canonicalBytes(b));

function eventFor(entry: Entry): EntryEvent {
  switch (entry.kind) {
    case 'unit':
      return { type: 'UnitRecorded', data: { entry } };
    case 'person':
      return { type: entry.active ? 'PersonRecorded' : 'PersonDeactivated', data: { entry } };
    case 'post':
      return { type: entry.to === null ? 'PostAssigned' : 'PostEnded', data: { entry } };
    case 'deputy':
      return { type: entry.revoked ? 'DeputyRevoked' : 'DeputyAppointed', data: { entry } };
  }
}
