export { checkDatabase } from './check-secrets.ts';
export * from './prepare-database.ts';
export * from './prepare-secrets.ts';
export * from './processes.ts';
export { forgetPositions } from './forget-positions.ts';
export { kafkaRights, prepareKafka } from './prepare-kafka.ts';
