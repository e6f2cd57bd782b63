import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createPostgresEventStore, type EventStore } from '@minh-bach/event-store';
import {
  createTestDatabase,
  describeWith,
  sharedKafka,
  type TestDatabase,
} from '@minh-bach/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { eventData, publicationOf, unique, until } from './conformance/fixture.ts';
import { createKafka } from './kafka/kafka-client.ts';
import { ensureTopics } from './kafka/topics.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const [STREAMS, EACH, KILLS] = [20, 40, 3];

let database: TestDatabase;
let pool: pg.Pool;
let store: EventStore;
let worker: ChildProcess | undefined;

beforeEach(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 4 });
  store = await createPostgresEventStore({
    connectionString: database.url,
    mayLoseEventsInTests: true,
  });
  await pool.query(
    `CREATE TABLE effects (seq bigserial, id text PRIMARY KEY, stream text, revision bigint)`,
  );
});
afterEach(async () => {
  worker?.kill('SIGKILL');
  await store.close();
  await pool.end();
  await database.drop();
});

/** Kills the process that relays and consumes, again and again, while it works. */
async function killWhileItWorks(service: string, brokers: readonly string[]): Promise<void> {
  const group = unique('group');
  const total = STREAMS * EACH;
  const effects = async () =>
    (await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM effects')).rows[0]?.n ?? 0;
  const start = () =>
    spawn(
      process.execPath,
      [
        ...['--import', at('../../../swc-source.mjs'), at('./conformance/worker.fixture.ts')],
        ...[database.url, service, group, ...(brokers.length > 0 ? [brokers.join()] : [])],
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
  const append = async (from: number, to: number) => {
    for (let n = from; n < to; n += 1)
      await Promise.all(
        Array.from({ length: STREAMS }, (_, s) =>
          store.append(`${service}.s-${s}`, [eventData(n)], 'any'),
        ),
      );
  };

  for (let kill = 0; kill <= KILLS; kill += 1) {
    const [from, to] = [(EACH / (KILLS + 1)) * kill, (EACH / (KILLS + 1)) * (kill + 1)];
    worker = start();
    const gone = once(worker, 'exit');
    const before = await effects();
    await append(from, to);
    // In the midst of it, but the last one may finish.
    const enough = kill === KILLS ? total : before + 1;
    await until(async () => (await effects()) >= enough, { withinMs: 60_000 });
    worker.kill('SIGKILL');
    await gone;
  }
}

async function expectEachOnceInOrder(service: string): Promise<void> {
  const { rows } = await pool.query<{ stream: string; revisions: number[] }>(
    'SELECT stream, array_agg(revision::int ORDER BY seq) AS revisions FROM effects GROUP BY stream',
  );
  expect(rows).toHaveLength(STREAMS);
  for (const { stream, revisions } of rows) {
    expect(stream.startsWith(`${service}.`)).toBe(true);
    expect(revisions).toEqual(Array.from({ length: EACH }, (_, r) => r));
  }
}

describe('a process that is killed between log and consumer, embedded', () => {
  it('has after restart done everything, in order, with one effect each', async () => {
    const service = unique('service');
    await killWhileItWorks(service, []);
    await expectEachOnceInOrder(service);
  }, 120_000);
});

describeWith('kafka', 'a process that is killed between relay and consumer, Kafka', () => {
  it('has after restart done everything, in order, with one effect each', async () => {
    const service = unique('service');
    const { brokers } = await sharedKafka();
    const kafka = createKafka({ brokers: [...brokers] });
    const { topic } = publicationOf(service);
    await ensureTopics(kafka, [{ topic, partitions: 3, replicas: 1 }]);
    await killWhileItWorks(service, brokers);
    await expectEachOnceInOrder(service);
  }, 180_000);
});
