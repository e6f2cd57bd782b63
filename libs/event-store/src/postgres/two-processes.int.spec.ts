import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createTestDatabase } from '@minh-bach/testing';
import { expect, it } from '@jest/globals';
import { all, eventsIn, until } from '../conformance/index.ts';
import { createPostgresEventStore } from './postgres-event-store.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const EACH = 60;

it('two processes that write at once, on streams of their own and on one they share', async () => {
  const database = await createTestDatabase();
  const store = await createPostgresEventStore({
    connectionString: database.url,
    mayLoseEventsInTests: true,
  });
  const write = (name: string) =>
    promisify(execFile)(process.execPath, [
      ...['--import', at('../../../../swc-source.mjs'), at('./writer.fixture.ts')],
      ...[database.url, name, String(EACH)],
    ]);
  const writing = Promise.all(['left', 'right'].map(write));

  const messages = await until(
    (signal) => store.subscribe({ signal, batchSize: 20 }),
    (sofar) => eventsIn(sofar.slice(-1)).length === 1 && eventsIn(sofar).length === 4 * EACH,
    60_000,
  );
  await writing;
  const followed = eventsIn(messages).map(({ id }) => id);
  expect(followed).toEqual((await all(store.readAll())).map(({ id }) => id));
  expect(new Set(followed).size).toBe(4 * EACH);

  const shared = await all(store.readStream('a.shared'));
  expect(shared.map(({ revision }) => revision)).toEqual(shared.map((_, i) => i));
  const writers = shared.map(({ data }) => Buffer.from(data).toString().split(' ')[0]);
  expect(writers.filter((name) => name === 'left')).toHaveLength(EACH);
  expect(new Set(writers).size).toBe(2);
  await store.close();
  await database.drop();
}, 90_000);
