import { createTestDatabase } from '@minh-bach/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { eventsData } from '../conformance/index.ts';
import { createPostgresEventStore } from './postgres-event-store.ts';
import { requireDurable } from './require-durable.ts';
import { withDefaults } from './options.ts';

describe('the schema of the log', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let client: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });
  const options = () => ({ connectionString: database.url, mayLoseEventsInTests: true });

  it('is made once by many starts at the same time, and keeps its id', async () => {
    const stores = await Promise.all(
      Array.from({ length: 8 }, () => createPostgresEventStore(options())),
    );
    const heads = await Promise.all(stores.map((store) => store.head()));
    expect(new Set(heads).size).toBe(1);
    await stores[0]!.append('a.1', eventsData(2), 'none');
    await Promise.all(stores.map((store) => store.close()));

    const again = await createPostgresEventStore(options());
    expect((await again.head()).split(':')).toEqual([heads[0]!.split(':')[0], '2']);
    await again.close();
  });

  it.each([
    `UPDATE log.events SET type = 'Other'`,
    'DELETE FROM log.events',
    'TRUNCATE log.events',
    `UPDATE log.identity SET id = 'other'`,
    'DELETE FROM log.identity',
  ])('refuses %s, in replica role too', async (statement) => {
    for (const role of ['origin', 'replica']) {
      await client.query(`SET session_replication_role = ${role}`);
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
    await client.query('SET session_replication_role = origin');
  });

  it('refuses to boot on a server that does not wait for the disk', async () => {
    await expect(
      createPostgresEventStore({ connectionString: database.url }),
    ).rejects.toMatchObject({ code: 'STORE_NOT_DURABLE', details: { fsync: 'off' } });
  });

  it.each([
    { fsync: 'on', commit: 'off', pages: 'on', refused: true },
    { fsync: 'off', commit: 'on', pages: 'on', refused: true },
    { fsync: 'on', commit: 'on', pages: 'off', refused: true },
    { fsync: 'on', commit: 'on', pages: 'on', refused: false },
    { fsync: 'on', commit: 'local', pages: 'on', refused: false },
  ])(
    'fsync $fsync, synchronous_commit $commit, full_page_writes $pages: refused $refused',
    async (row) => {
      const told = { query: () => Promise.resolve({ rows: [row] }) } as unknown as pg.Client;
      const checked = requireDurable(told, withDefaults({ connectionString: '' }));
      if (row.refused) await expect(checked).rejects.toMatchObject({ code: 'STORE_NOT_DURABLE' });
      else await expect(checked).resolves.toBeUndefined();
    },
  );
});
