import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { eventsData, eventsIn, until } from '../conformance/index.ts';
import { HeadWatch } from './head-watch.ts';
import { withDefaults } from './options.ts';
import { createPostgresEventStore } from './postgres-event-store.ts';
import { headOfLog } from './queries.ts';
import type { Query } from './reader.ts';

let database: TestDatabase;
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

describe('T8: a notification that another account sent', () => {
  it('says nothing about the log: readers look, and what is there is what they get', async () => {
    const store = await createPostgresEventStore({
      connectionString: database.url,
      mayLoseEventsInTests: true,
      pollMs: 60_000,
    });
    let going: Promise<unknown> | undefined;
    const lies = ['x', '', '-1', '1e9', '9223372036854775807', '9'.repeat(7_000)];
    const messages = await until(
      (signal) => store.subscribe({ signal }),
      (sofar) => {
        if (sofar.at(-1)?.kind === 'caughtUp' && !going)
          going = (async () => {
            for (const lie of lies) await client.query(`NOTIFY minh_bach_log, '${lie}'`);
            await store.append('a.1', eventsData(3), 'none');
          })();
        return eventsIn(sofar).length === 3;
      },
    );
    await going;
    expect(eventsIn(messages)).toHaveLength(3);
    await store.close();
  });

  it('does not make readers turn in circles after events that are not there', async () => {
    const settings = withDefaults({ connectionString: database.url, pollMs: 60_000 });
    let looks = 0;
    let looked = () => {};
    const reader = {
      query: ({ name }: Query) => {
        expect(name).toBe(headOfLog().name);
        looks += 1;
        looked();
        return Promise.resolve([{ head: '7', id: null, after: null }]);
      },
    };
    const watch = new HeadWatch(settings, reader as never, () => {});
    let passed = false;
    const abort = new AbortController();
    const beyond = watch.beyond(7n, abort.signal).then(() => (passed = !abort.signal.aborted));
    await listening();
    const before = looks;
    const again = new Promise<void>((resolve) => (looked = resolve));
    await client.query(`NOTIFY minh_bach_log, '9223372036854775807'`);
    await again;
    expect([looks, passed]).toEqual([before + 1, false]);
    abort.abort();
    await beyond;
    expect(passed).toBe(false);
    await watch.close();
  });
});

async function listening(): Promise<void> {
  for (;;) {
    const { rowCount } = await client.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database()
       AND query = 'LISTEN minh_bach_log' AND state = 'idle'`,
    );
    if (rowCount) return;
  }
}
