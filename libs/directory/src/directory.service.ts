import { DIRECTORY_TOPIC, type DirectoryEntryV1 } from '@minh-bach/contracts';
import type { RecordedEvent } from '@minh-bach/kernel';
import type { ServiceDefinition } from '@minh-bach/platform';
import { entryEvents, type EntryEvent } from './domain/entry.events.ts';

const entryOf = ({ event }: RecordedEvent): DirectoryEntryV1 => (event as EntryEvent).data.entry;

/** Who is who: units, posts, people, deputies, all with dates; told to every service. */
export const directoryService: ServiceDefinition = {
  name: 'directory',
  events: entryEvents,
  publishes: {
    topic: DIRECTORY_TOPIC,
    translate: (recorded) => ({ type: 'DirectoryEntryChanged', data: entryOf(recorded) }),
  },
  topics: [],
  entryOf,
  entities: [],
  migrations: [],
  projections: [],
  describe: ({ event }) => ({ summary: { vi: event.type, en: event.type } }),
};
