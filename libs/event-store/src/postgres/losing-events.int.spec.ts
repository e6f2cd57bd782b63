import { createTestDatabase } from '@minh-bach/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { all, eventsData, eventsIn, until } from '../conformance/index.ts';
import { createPostgresEventStore } from './postgres-event-store.ts';

const WRITERS = 16;
const EACH = 25;
const TOTAL = WRITERS * EACH;

const times = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Commits take their time, each another one: the moment in which events get lost grows. */
const slowCommits = (table: string) => `
  CREATE FUNCTION public.dawdle() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_sleep(random() * 0.01); RETURN null; END $$;
  CREATE CONSTRAINT TRIGGER dawdle AFTER INSERT ON ${table} DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION public.dawdle()`;

describe('sixteen writers and one reader that follows them', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let pool: pg.Pool;
  beforeEach(async () => {
    database = await createTestDatabase();
    pool = new pg.Pool({ connectionString: database.url, max: WRITERS + 1 });
  });
  afterEach(async () => {
    await pool.end();
    await database.drop();
  });

  it('loses events when it follows a plain serial: the trap is real', async () => {
    await pool.query('CREATE TABLE plain (position bigserial PRIMARY KEY, writer int)');
    await pool.query(slowCommits('plain'));
    let writing = true;
    const writers = Promise.all(
      times(WRITERS).map(async (writer) => {
        for (let i = 0; i < EACH; i += 1)
          await pool.query('INSERT INTO plain (writer) VALUES ($1)', [writer]);
      }),
    ).finally(() => (writing = false));

    let seen = 0;
    let checkpoint = '0';
    for (let last = false; !last;) {
      last = !writing;
      const { rows } = await pool.query<{ position: string }>(
        'SELECT position FROM plain WHERE position > $1 ORDER BY position',
        [checkpoint],
      );
      seen += rows.length;
      checkpoint = rows.at(-1)?.position ?? checkpoint;
    }
    await writers;
    const { rows } = await pool.query<{ count: string }>('SELECT count(*) FROM plain');
    expect(Number(rows[0]?.count)).toBe(TOTAL);
    expect(seen).toBeLessThan(TOTAL);
  });

  it('loses none when it follows the log, whichever of two stores they write through', async () => {
    const options = { connectionString: database.url, mayLoseEventsInTests: true };
    const stores = [
      await createPostgresEventStore(options),
      await createPostgresEventStore(options),
    ];
    await pool.query(slowCommits('log.events'));
    const writers = Promise.all(
      times(WRITERS).map(async (writer) => {
        for (let i = 0; i < EACH; i += 1)
          await stores[(i + writer) % 2]!.append(`a.${writer}-${i}`, eventsData(1), 'none');
      }),
    );
    const messages = await until(
      (signal) => stores[0]!.subscribe({ signal, batchSize: 10 }),
      (sofar) => eventsIn(sofar.slice(-1)).length === 1 && eventsIn(sofar).length === TOTAL,
    );
    await writers;
    const stored = await all(stores[1]!.readAll());
    expect(eventsIn(messages).map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
    await Promise.all(stores.map((store) => store.close()));
  });
});
