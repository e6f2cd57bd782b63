import {
  deputyEntrySchema,
  personEntrySchema,
  postEntrySchema,
  unitEntrySchema,
  type DirectoryEntryV1,
} from '@minh-bach/contracts';
import { defineEvent, type EventOf, z } from '@minh-bach/kernel';

/** Every event carries its entry whole, so that whoever hears it last knows all of it. */
export const unitRecorded = defineEvent('UnitRecorded', z.strictObject({ entry: unitEntrySchema }));
export const personRecorded = defineEvent(
  'PersonRecorded',
  z.strictObject({ entry: personEntrySchema }),
);
export const personDeactivated = defineEvent(
  'PersonDeactivated',
  z.strictObject({ entry: personEntrySchema }),
);
export const postAssigned = defineEvent('PostAssigned', z.strictObject({ entry: postEntrySchema }));
export const postEnded = defineEvent('PostEnded', z.strictObject({ entry: postEntrySchema }));
export const deputyAppointed = defineEvent(
  'DeputyAppointed',
  z.strictObject({ entry: deputyEntrySchema }),
);
export const deputyRevoked = defineEvent(
  'DeputyRevoked',
  z.strictObject({ entry: deputyEntrySchema }),
);

export const entryEvents = [
  unitRecorded,
  personRecorded,
  personDeactivated,
  postAssigned,
  postEnded,
  deputyAppointed,
  deputyRevoked,
] as const;

export type EntryEvent = EventOf<(typeof entryEvents)[number]>;
export type Entry = DirectoryEntryV1;
