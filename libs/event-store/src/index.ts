export * from './event-store.ts';
export { comparePositions, isAfter } from './position.ts';
export { createMemoryEventStore } from './memory/memory-event-store.ts';
export { createPostgresEventStore } from './postgres/postgres-event-store.ts';
export type { PostgresEventStoreOptions } from './postgres/options.ts';
