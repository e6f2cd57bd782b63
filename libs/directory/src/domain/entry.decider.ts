import { DomainError, canonicalBytes, type Decider } from '@minh-bach/kernel';
import type { Entry, EntryEvent } from './entry.events.ts';

export interface RecordEntry {
  readonly type: 'RecordEntry';
  readonly entry: Entry;
}

/** One entry of the organisation: a unit, a person, a post or a deputy, each its own stream. */
export const entryDecider: Decider<Entry | null, RecordEntry, EntryEvent> = {
  initialState: null,

  decide({ entry }, before) {
    if (before && before.kind !== entry.kind) throw new DomainError('ENTRY_OF_ANOTHER_KIND');
    if ('from' in entry && entry.to !== null && entry.to < entry.from)
      throw new DomainError('PERIOD_BACKWARDS', { field: '/to' });
    if (before && same(before, entry)) return [];
    return [eventFor(entry)];
  },

  evolve: (_, { data }) => data.entry,
};

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
