import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { eventsData } from '../conformance/index.ts';
import type { EventStore } from '../event-store.ts';
import { createPostgresEventStore } from './postgres-event-store.ts';

const PASSWORD = 'for-this-spec';
const FLOODS = 'minhbach_floods';
const OTHER = 'minhbach_floodsbeside';
const METADATA = JSON.stringify({
  ...{ correlationId: 'c', causationId: 'c', commandId: 'c', requestHash: 'h', salt: 's' },
  ...{ actor: {}, occurredAt: '2025-01-06', recordedAt: '2025-01-06', schemaVersion: 1 },
});
const OVER = { code: '53400' };

let database: TestDatabase;
let store: EventStore;
let owner: pg.Client;
let clients: readonly [pg.Client, pg.Client];

const connected = async (user?: string) => {
  const url = new URL(database.url);
  if (user) Object.assign(url, { username: user, password: PASSWORD });
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  return client;
};

beforeAll(async () => {
  database = await createTestDatabase();
  store = await createPostgresEventStore({
    connectionString: database.url,
    mayLoseEventsInTests: true,
  });
  owner = await connected();
  for (const account of [FLOODS, OTHER])
    await owner.query(`
      DO $$ BEGIN CREATE ROLE ${account} LOGIN PASSWORD '${PASSWORD}';
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
      GRANT USAGE ON SCHEMA log TO ${account};
      CREATE SEQUENCE log.spent_${account} MINVALUE 0`);
  clients = [await connected(FLOODS), await connected(OTHER)];
});
afterAll(async () => {
  for (const client of [...clients, owner]) await client.end();
  await store.close();
  await database.drop();
});

beforeEach(async () => {
  await owner.query('UPDATE log.budget SET events_a_minute = 100, bytes_a_minute = 1000000');
  for (const account of [FLOODS, OTHER])
    await owner.query(`ALTER SEQUENCE log.spent_${account} RESTART WITH 0`);
});

let streams = 0;
/** One batch of one stream each, as a flood has it. */
async function append(by: pg.Client, service: string, events: number, letters = 1): Promise<void> {
  const names = Array.from({ length: events }, () => `${service}.x-${++streams}`);
  const ones = names.map((_, i) => i + 1);
  const data = JSON.stringify({ a: 'x'.repeat(letters) });
  await by.query(
    `SELECT log.append($1, array_fill(-1, ARRAY[$3::integer]), $2, $2, array_fill(1, ARRAY[$3]),
       ARRAY(SELECT gen_random_uuid() FROM generate_series(1, $3)), array_fill('T'::text, ARRAY[$3]),
       array_fill($4::bytea, ARRAY[$3]), array_fill($5::bytea, ARRAY[$3]))`,
    [names, ones, events, Buffer.from(data), Buffer.from(METADATA)],
  );
}
const floods = (events: number, letters?: number) => append(clients[0], 'floods', events, letters);

describe('T8, T31: an account that appends as fast as the log takes it', () => {
  it('has a budget of events, over all that it appends', async () => {
    await floods(60);
    await floods(30);
    await expect(floods(30)).rejects.toMatchObject(OVER);
    await floods(5);
    await expect(floods(101)).rejects.toMatchObject(OVER);
  });

  it('and one of bytes', async () => {
    await floods(1, 600_000);
    await expect(floods(1, 600_000)).rejects.toMatchObject(OVER);
  });

  it('spends by what it takes back, too', async () => {
    await clients[0].query('BEGIN');
    await floods(90);
    await clients[0].query('ROLLBACK');
    await expect(floods(30)).rejects.toMatchObject(OVER);
  });

  it('is refused without the turn to append', async () => {
    await floods(100);
    await owner.query('BEGIN; SELECT log.await_turn()');
    await expect(floods(50)).rejects.toMatchObject(OVER);
    await owner.query('ROLLBACK');
  });

  it('takes nothing from others, or from the owner', async () => {
    await floods(100);
    await append(clients[1], 'floodsbeside', 100);
    for (let i = 0; i < 3; i += 1) await store.append(`a.${i}`, eventsData(100), 'none');
  });

  it('may append again as time goes by, also when the clock was set back', async () => {
    await floods(100);
    const spentUntil = (shift: string) =>
      owner.query(
        `SELECT setval('log.spent_${FLOODS}', (last_value + $1::bigint)) FROM log.spent_${FLOODS}`,
        [shift],
      );
    const MINUTE = 60_000_000;
    await spentUntil(String(-MINUTE));
    await floods(90);
    await spentUntil(String(60 * MINUTE));
    await floods(90);
  });

  it('changes nothing of it', async () => {
    for (const sql of [
      'UPDATE log.budget SET events_a_minute = 1000000',
      `SELECT setval('log.spent_${FLOODS}', 0)`,
      `ALTER SEQUENCE log.spent_${FLOODS} RESTART`,
    ])
      await expect(clients[0].query(sql)).rejects.toMatchObject({ code: '42501' });
  });
});
