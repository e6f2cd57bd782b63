export * from './event-store.ts';
export { comparePositions, isAfter } from './position.ts';
export { createEventStoreDbEventStore } from './eventstoredb/create-eventstoredb-event-store.ts';
export type { EventStoreDbEventStoreOptions } from './eventstoredb/options.ts';
export { readConnectionString } from './eventstoredb/connection-string.ts';
export { createMemoryEventStore } from './memory/memory-event-store.ts';
export { createPostgresEventStore } from './postgres/postgres-event-store.ts';
export type { PostgresEventStoreOptions } from './postgres/options.ts';
