import {
  isMuchPower,
  recordEntry,
  refusalsOf,
  type AlarmRaised,
  type PostEntry,
  type Role,
  type UnitEntry,
} from '@minh-bach/contracts';
import { localDate, type Decider, type DecisionContext } from '@minh-bach/kernel';
import { deputationToday } from './deputation.ts';
import { dayBefore } from './days.ts';
import type { Entry, EntryEvent } from './entry.events.ts';
import { personOf, sameEntry } from './takes.ts';

const refuse = refusalsOf(recordEntry);

export interface RecordEntry {
  readonly type: 'RecordEntry';
  readonly entry: Entry;
  /** What the person of a post does in others on its days. */
  readonly otherRoles?: readonly Role[];
  /** What nobody has any more, once this is recorded. */
  readonly endedDuties?: readonly EndedDuties[];
}

/** Watched duties in which a unit lost its last person. */
export interface EndedDuties {
  readonly unit: string;
  readonly person: string;
  readonly roles: readonly Role[];
}

/** One entry of the organisation: a unit, a person, a post or a deputy, each its own stream. */
export const entryDecider: Decider<Entry | null, RecordEntry, EntryEvent | AlarmRaised> = {
  initialState: null,

  decide(command, before, context) {
    if (before && before.kind !== command.entry.kind) throw refuse('ENTRY_OF_ANOTHER_KIND');
    if (context.actor.role === 'administrator' && personOf(command.entry) === context.actor.person)
      throw refuse('NOT_FOR_ONESELF');
    const entry = entryToday(command.entry, before, context);
    refuseBackwards(entry, before);
    if (before && sameEntry(before, entry)) return [];
    return [
      eventFor(entry),
      ...alarmsOf(entry, before, command.otherRoles ?? []),
      ...(command.endedDuties ?? []).map(alarmOfLast),
    ];
  },

  evolve: (before, event) => (event.type === 'AlarmRaised' ? before : event.data.entry),
};

/** What the entry becomes today: the product itself may record a deputation of any days. */
export const entryToday = (
  entry: Entry,
  before: Entry | null,
  { actor, now }: DecisionContext,
): Entry =>
  entry.kind === 'deputy' && actor.role !== 'system'
    ? deputationToday(entry, before, localDate(now))
    : entry;

/** A post that has begun today can end at once: then it held on no day. */
function refuseBackwards(entry: Entry, before: Entry | null): void {
  if (!('from' in entry) || entry.to === null || entry.to >= entry.from) return;
  const wasNever =
    before?.kind === 'post' && before.from === entry.from && entry.to === dayBefore(entry.from);
  if (!wasNever) throw refuse('PERIOD_BACKWARDS');
}

function alarmsOf(entry: Entry, before: Entry | null, others: readonly Role[]): AlarmRaised[] {
  if (entry.kind === 'unit') return alarmsOfMove(entry, before);
  return entry.kind === 'post' ? alarmsOfPower(entry, before, others) : [];
}

/** Units above see and decide the matters of a unit, so auditors are told that it has moved. */
const alarmsOfMove = (entry: UnitEntry, before: Entry | null): AlarmRaised[] =>
  before?.kind === 'unit' && before.parent !== entry.parent
    ? [{ type: 'AlarmRaised', data: { alarm: 'unit-moved', unit: entry.id } }]
    : [];

/** Much power in one hand, where this entry is what makes it so. */
function alarmsOfPower(
  entry: PostEntry,
  before: Entry | null,
  others: readonly Role[],
): AlarmRaised[] {
  const all = (roles: readonly Role[]) => [...new Set([...others, ...roles])].sort();
  const roles = all(entry.roles);
  const had = before?.kind === 'post' && before.person === entry.person ? before.roles : [];
  if (!isMuchPower(roles) || all(had).length === roles.length) return [];
  return [{ type: 'AlarmRaised', data: { alarm: 'several-powers', person: entry.person, roles } }];
}

const alarmOfLast = ({ unit, person, roles }: EndedDuties): AlarmRaised => ({
  type: 'AlarmRaised',
  data: { alarm: 'last-of-duty-ended', person, roles: [...roles], unit },
});

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
