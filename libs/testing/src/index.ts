export { createTestDatabase } from './embedded-postgres.ts';
export type { TestDatabase } from './embedded-postgres.ts';
export { capabilities, describeWith } from './capabilities.ts';
export { sharedKafka, startKafka } from './kafka.ts';
export type { KafkaCluster, SharedKafka } from './kafka.ts';
