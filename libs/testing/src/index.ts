export { createTestDatabase } from './embedded-postgres.ts';
export type { TestDatabase } from './embedded-postgres.ts';
export { capabilities, describeWith } from './capabilities.ts';
export { sharedKafka, startKafka } from './kafka.ts';
export type { KafkaCluster, SharedKafka } from './kafka.ts';
export { DeciderSpecification, Given } from './decider-specification.ts';
export type { History, Step } from './decider-specification.ts';
export { play } from './play.ts';
export type { Move, Played } from './play.ts';
