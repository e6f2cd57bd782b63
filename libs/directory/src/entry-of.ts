import type { DirectoryEntryV1 } from '@minh-bach/contracts';
import type { RecordedEvent } from '@minh-bach/kernel';
import { entryEvents, type EntryEvent } from './domain/entry.events.ts';

const TYPES: ReadonlySet<string> = new Set(entryEvents.map(({ type }) => type));

/** The entry that an event records; a proposal records none. */
export const entryOf = ({ event }: RecordedEvent): DirectoryEntryV1 | undefined =>
  TYPES.has(event.type) ? (event as EntryEvent).data.entry : undefined;
