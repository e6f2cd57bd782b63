import {
  deputyEntrySchema,
  personEntrySchema,
  postEntrySchema,
  storedEvent,
  unitEntrySchema,
  words,
  type DirectoryEntryV1,
} from '@minh-bach/contracts';
import { type EventOf, type RecordedEvent, z } from '@minh-bach/kernel';

/** Every event carries its entry whole, so that whoever hears it last knows all of it. */
const told = (vi: string, en: string) => ({
  history: () => ({ summary: words(vi, en) }),
  publishes: ({ entry }: { readonly entry: Entry }) =>
    ({ type: 'DirectoryEntryChanged', data: entry }) as const,
});

const unit = z.strictObject({ entry: unitEntrySchema });
const person = z.strictObject({ entry: personEntrySchema });
const post = z.strictObject({ entry: postEntrySchema });
const deputy = z.strictObject({ entry: deputyEntrySchema });

export const entryEvents = [
  storedEvent('UnitRecorded', unit, told('Ghi đơn vị.', 'The unit was recorded.')),
  storedEvent('PersonRecorded', person, told('Ghi người.', 'The person was recorded.')),
  storedEvent(
    'PersonDeactivated',
    person,
    told('Người này không còn làm việc.', 'The person has left.'),
  ),
  storedEvent('PostAssigned', post, told('Giao vị trí.', 'The post was assigned.')),
  storedEvent('PostEnded', post, told('Kết thúc vị trí.', 'The post was ended.')),
  storedEvent('DeputyAppointed', deputy, told('Cử người thay thế.', 'A deputy was appointed.')),
  storedEvent(
    'DeputyRevoked',
    deputy,
    told('Chấm dứt việc thay thế.', 'The deputation was ended.'),
  ),
] as const;

export type EntryEvent = EventOf<(typeof entryEvents)[number]>;
export type Entry = DirectoryEntryV1;

const TYPES: ReadonlySet<string> = new Set(entryEvents.map(({ type }) => type));

/** The entry that an event records; a proposal records none. */
export const entryOf = ({ event }: RecordedEvent): Entry | undefined =>
  TYPES.has(event.type) ? (event as EntryEvent).data.entry : undefined;
