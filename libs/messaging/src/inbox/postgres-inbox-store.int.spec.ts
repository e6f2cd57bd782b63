import { afterAll, beforeAll } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { inboxConformance } from '../conformance/inbox-conformance.ts';
import { PostgresInboxStore } from './postgres-inbox-store.ts';

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 4 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

inboxConformance('PostgreSQL', async (group) => new PostgresInboxStore(group, pool));
