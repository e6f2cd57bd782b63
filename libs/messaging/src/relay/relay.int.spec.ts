import { afterAll, beforeAll, it } from '@jest/globals';
import { DomainError } from '@minh-bach/kernel';
import {
  capabilities,
  createTestDatabase,
  describeWith,
  sharedKafka,
  type TestDatabase,
} from '@minh-bach/testing';
import pg from 'pg';
import { until } from '../conformance/fixture.ts';
import { startKafkaHarness } from '../conformance/kafka-harness.ts';

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

describeWith('kafka', 'a relay', () => {
  it.each(['CHECKPOINT_AHEAD', 'FOREIGN_POSITION'])(
    'whose log is not the one its checkpoint is of (%s) dies, visibly',
    async (code) => {
      const harness = await startKafkaHarness(brokers, pool, database.url);
      harness.log.broken = new DomainError(code);
      harness.log.wake();
      await until(() => {
        try {
          harness.relays[0]?.check();
          return false;
        } catch (error) {
          return (error as Error).message === `relay ${harness.topic} is dead`;
        }
      });
      await harness.close();
    },
  );
});
