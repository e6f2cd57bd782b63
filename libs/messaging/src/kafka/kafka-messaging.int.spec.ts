import { afterAll, beforeAll } from '@jest/globals';
import {
  capabilities,
  createTestDatabase,
  describeWith,
  sharedKafka,
  type TestDatabase,
} from '@minh-bach/testing';
import pg from 'pg';
import { startKafkaHarness } from '../conformance/kafka-harness.ts';
import { messagingConformance } from '../conformance/messaging-conformance.ts';

let database: TestDatabase;
let pool: pg.Pool;
let brokers: readonly string[];

beforeAll(async () => {
  if (!capabilities.kafka) return;
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 8 });
  ({ brokers } = await sharedKafka());
}, 120_000);
afterAll(async () => {
  await pool?.end();
  await database?.drop();
});

messagingConformance(
  (name, body) => describeWith('kafka', name, body),
  'Kafka',
  () => startKafkaHarness(brokers, pool, database.url),
);
