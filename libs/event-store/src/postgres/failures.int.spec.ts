import { createTestDatabase } from '@minh-bach/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { all, eventData, eventsData, eventsIn, until } from '../conformance/index.ts';
import { startCuttingProxy } from './cutting-proxy.fixture.ts';
import { createPostgresEventStore } from './postgres-event-store.ts';
import type { EventStore } from '../event-store.ts';
import type { PostgresEventStoreOptions } from './options.ts';

describe('when things fail', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let client: pg.Client;
  let stores: EventStore[];
  beforeEach(async () => {
    stores = [];
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    await Promise.all(stores.map((store) => store.close()));
    await database.drop();
  });
  const open = async (options: Partial<PostgresEventStoreOptions> = {}) => {
    const store = await createPostgresEventStore({
      ...{ connectionString: database.url, mayLoseEventsInTests: true },
      ...options,
    });
    stores.push(store);
    return store;
  };

  it('an answer lost after the commit is asked for again, and the append stands once', async () => {
    const proxy = await startCuttingProxy(database.url);
    const store = await open({ connectionString: proxy.url });
    await store.append('a.0', eventsData(1), 'none');

    proxy.loseNextAnswerWith('lasts');
    const answers = await Promise.all([
      store.append('a.1', eventsData(2), 'none'),
      store.append('a.2', eventsData(1), 'any'),
      store.append('a.0', eventsData(1), 0),
    ]);
    expect(proxy.lost).toBe(1);
    expect(answers.map(({ revision }) => revision)).toEqual([1, 0, 1]);
    const log = await all(store.readAll());
    expect(log.map((e) => `${e.stream}@${e.revision}`)).toEqual([
      ...['a.0@0', 'a.1@0', 'a.1@1', 'a.2@0', 'a.0@1'],
    ]);
    await Promise.all(stores.splice(0).map((each) => each.close()));
    await proxy.close();
  });

  it('one append that the server cannot take leaves the others of its batch alone', async () => {
    const store = await open();
    await client.query(`
      CREATE FUNCTION public.choke() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'choked'; END $$;
      CREATE TRIGGER choke BEFORE INSERT ON log.events
        FOR EACH ROW WHEN (new.type = 'Boom') EXECUTE FUNCTION public.choke()`);
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) =>
        store.append(`a.${i}`, [{ ...eventData(), type: i === 4 ? 'Boom' : 'Fine' }], 'none'),
      ),
    );
    expect(answers.flatMap(({ status }, i) => (status === 'rejected' ? [i] : []))).toEqual([4]);
    expect(answers[4]).toMatchObject({ reason: { code: 'STORE_UNAVAILABLE' } });
    expect(await all(store.readAll())).toHaveLength(9);
  });

  it('does not wait for ever for a writer that holds the lock', async () => {
    const store = await open({ answerWithinMs: 1_000, giveUpAfterMs: 60_000 });
    await client.query('BEGIN; LOCK TABLE log.turn');
    await expect(store.append('a.1', eventsData(1), 'none')).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
    await expect(store.ping()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await client.query('ROLLBACK');
    await store.ping();
    await store.append('a.1', eventsData(1), 'none');
    expect(await all(store.readAll())).toHaveLength(1);
  });

  it('a subscriber finds what no notification told of', async () => {
    const store = await open({ pollMs: 20 });
    let inserted: Promise<unknown> | undefined;
    const messages = await until(
      (signal) => store.subscribe({ signal }),
      (sofar) => {
        if (sofar.at(-1)?.kind === 'caughtUp')
          inserted = client.query(
            `INSERT INTO log.events VALUES (1, 'a.1', 0, gen_random_uuid(), 'T', '', '')`,
          );
        return eventsIn(sofar).length === 1;
      },
    );
    await inserted;
    expect(eventsIn(messages)).toHaveLength(1);
  });

  it('writer, readers and listener come back when their connections are cut', async () => {
    const store = await open({ pollMs: 60_000 });
    let going: Promise<unknown> | undefined;
    const cutAll = () =>
      client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'minh-bach-log' AND datname = current_database()`,
      );
    await until(
      (signal) => store.subscribe({ signal }),
      (sofar) => {
        if (sofar.at(-1)?.kind === 'caughtUp' && !going)
          going = cutAll().then(() => store.append('a.1', eventsData(3), 'none'));
        return eventsIn(sofar).length === 3;
      },
    );
    await going;
    await store.ping();
  });

  it('closes at any moment, also while its listener is still connecting', async () => {
    for (let i = 0; i < 6; i += 1) {
      const store = await open();
      const abort = new AbortController();
      for await (const { kind } of store.subscribe({ signal: abort.signal }))
        if (kind === 'caughtUp') setImmediate(() => abort.abort());
      await store.close();
    }
    stores = [];
  });
});
