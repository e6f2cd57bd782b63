import { createTestDatabase } from '@minh-bach/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { all, eventData, eventsIn, until } from '../conformance/index.ts';
import { beginnings, pageOfLog } from './queries.ts';
import type { Query } from './reader.ts';
import { createPostgresEventStore } from './postgres-event-store.ts';
import type { EventStore } from '../event-store.ts';

const CROWD = 45_000;
const eventsTyped = (name: string, n: number) =>
  Array.from({ length: n }, (_, i) => ({ ...eventData(), type: `${name}@${i}` }));

describe('paging through a long log', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let client: pg.Client;
  let store: EventStore;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    store = await createPostgresEventStore({
      connectionString: database.url,
      mayLoseEventsInTests: true,
    });
    await store.append('rare.1', [eventData()], 'none');
    await client.query(
      `INSERT INTO log.events
       SELECT 1 + n, 'crowd.' || n, 0, gen_random_uuid(), 'T', '', '' FROM generate_series(1, $1::int) n`,
      [CROWD],
    );
    await store.append('rare.2', [eventData()], 'none');
  });
  afterAll(async () => {
    await store.close();
    await client.end();
    await database.drop();
  });

  it('finds the rare among the many by one page of its index', async () => {
    const messages = await until(
      (signal) => store.subscribe({ signal, prefixes: ['rare.'] }),
      (sofar) => sofar.at(-1)?.kind === 'caughtUp',
    );
    expect(eventsIn(messages).map(({ stream }) => stream)).toEqual(['rare.1', 'rare.2']);
    expect(messages.filter(({ kind }) => kind === 'checkpoint')).toHaveLength(1);
    expect(await all(store.readAll({ prefixes: ['rare.'] }))).toEqual(eventsIn(messages));
  });

  it('reads streams and pages by index', async () => {
    await client.query('SET enable_seqscan = on; ANALYZE log.events');
    const plan = async (sql: string) => JSON.stringify((await client.query(`EXPLAIN ${sql}`)).rows);
    const events = 'SELECT * FROM log.events';
    expect(
      await plan(`${events} WHERE stream = 'crowd.7' AND revision >= 0 ORDER BY revision LIMIT 9`),
    ).toContain('events_stream_revision_key');
    const explained = async ({ text, values }: Query) => {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>({
        text: `EXPLAIN (ANALYZE, TIMING off) ${text}`,
        values: [...values],
      });
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    const several = await explained(beginnings([['crowd.7', 0], ['crowd.8', 0]])); // prettier-ignore
    expect(several).toContain('events_stream_revision_key');
    expect(several).not.toMatch(/Seq Scan on events/);
    const page = pageOfLog(0n, 500, ['rare.', 'none.at-']);
    const lines = await explained(page);
    expect(page.name).toBe('log.page_of');
    expect(lines).toContain('events_category');
    expect(lines).not.toMatch(/Seq Scan on events|rows=45000|Removed by Filter: 4\d{4}/);
    expect(
      await plan(`${events} WHERE position > 7 AND position <= 20007 ORDER BY position LIMIT 500`),
    ).toContain('events_pkey');
  });

  it('reads many streams at once, each from where it was asked', async () => {
    const named = Array.from({ length: 150 }, (_, i) => `many.${i}`);
    await Promise.all(named.map((name) => store.append(name, eventsTyped(name, 3), 'none')));
    await store.append('many.long', eventsTyped('many.long', 205), 'none');
    const read = async (...args: Parameters<EventStore['readStream']>) =>
      (await all(store.readStream(...args))).map(({ type }) => type);
    const [found, missing, broken, long, two] = await Promise.all([
      Promise.all(named.map((name, i) => read(name, { from: i % 4 }))),
      read('many.nobody'),
      read('many.\0'),
      read('many.long', { from: 1 }),
      read('many.long', { from: 99, limit: 2 }),
    ]);
    const types = (name: string, n: number) => eventsTyped(name, n).map(({ type }) => type);
    expect(found).toEqual(named.map((name, i) => types(name, 3).slice(i % 4)));
    expect([missing, broken]).toEqual([[], []]);
    expect(long).toEqual(types('many.long', 205).slice(1));
    expect(two).toEqual(types('many.long', 205).slice(99, 101));
  });

  it('cuts pages that grow too heavy, and loses nothing by it', async () => {
    const heavy = Array.from({ length: 40 }, (_, i) => ({
      ...eventData(),
      type: `T${i}`,
      data: Buffer.alloc(900 * 1024, i),
    }));
    for (const [i, event] of heavy.entries())
      await store.append('heavy.1', [event], i === 0 ? 'none' : i - 1);
    const types = heavy.map(({ type }) => type);
    const read = async (...args: Parameters<EventStore['readStream']>) =>
      (await all(store.readStream(...args))).map(({ type }) => type);
    expect(await read('heavy.1')).toEqual(types);
    expect(await read('heavy.1', { direction: 'backwards' })).toEqual(types.toReversed());
    const inLog = await all(store.readAll({ prefixes: ['heavy.'] }));
    expect(inLog.map(({ type }) => type)).toEqual(types);
  });
});
