import { createHash } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { eventData } from '../conformance/index.ts';
import { ServerDouble } from '../eventstoredb/double/server.fixture.ts';
import { createEventStoreDbEventStore } from '../eventstoredb/create-eventstoredb-event-store.ts';
import { createMemoryEventStore } from '../memory/memory-event-store.ts';
import { createPostgresEventStore } from '../postgres/postgres-event-store.ts';
import { copyLog } from './copy-log.ts';
import type { AppendsInOrder, EventStore } from '../event-store.ts';

const EVENTS = 100_000;
/** Events that a stream gets at once, as one command appends them. */
const AT_ONCE = 100;

const uuid = (n: number): string =>
  createHash('sha256')
    .update(String(n))
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5');

describe('copyLog on PostgreSQL', () => {
  const opened: { store: EventStore; database: TestDatabase }[] = [];
  const open = async () => {
    const database = await createTestDatabase();
    const store = await createPostgresEventStore({
      connectionString: database.url,
      mayLoseEventsInTests: true,
    });
    opened.push({ store, database });
    return { store, database };
  };
  const long = createMemoryEventStore();
  beforeAll(async () => {
    for (let n = 0; n < EVENTS; n += AT_ONCE) {
      const events = Array.from({ length: AT_ONCE }, (_, i) =>
        eventData(`đơn ${n + i}`, uuid(n + i)),
      );
      await long.append(`intake.petition-${(n / AT_ONCE) % 700}`, events, 'any');
    }
  });
  afterAll(async () => {
    for (const { store, database } of opened) {
      await store.close();
      await database.drop();
    }
  });

  it('brings 100,000 events from memory to a database, to another one, and back', async () => {
    const [one, two] = [await open(), await open()];
    const back = createMemoryEventStore();
    const steps = [
      [long, one.store],
      [one.store, two.store],
      [two.store, back],
      [long, back],
    ] as const;
    const digests = new Set<string>();
    for (const [n, [from, to]] of steps.entries()) {
      const { events, copied, digest } = await copyLog({ from, to });
      expect({ n, events, copied }).toEqual({ n, events: EVENTS, copied: n === 3 ? 0 : EVENTS });
      digests.add(digest);
    }
    expect(digests.size).toBe(1);
  }, 180_000);

  it('brings a log through EventStoreDB (its double), and back', async () => {
    const double = await ServerDouble.start();
    const eventStoreDb = await createEventStoreDbEventStore({ connectionString: double.url });
    const [from, back] = [await open(), await open()];
    for (let n = 0; n < 60; n += 1)
      await from.store.append(`intake.${n % 7}`, [eventData(`đơn ${n}`)], 'any');
    const there = await copyLog({ from: from.store, to: eventStoreDb });
    const again = await copyLog({ from: eventStoreDb, to: back.store });
    expect(there).toMatchObject({ events: 60, copied: 60, sourceGrew: false });
    expect(again).toMatchObject({ events: 60, copied: 60, digest: there.digest });
    await eventStoreDb.close();
    double.stop();
  });

  it('keeps the order between streams where many go in one transaction, and refuses none silently', async () => {
    const [one, two] = [await open(), await open()];
    const interleaved = createMemoryEventStore();
    const streams = Array.from({ length: 3_000 }, (_, n) => `intake.${(n * n) % 997}`);
    for (const stream of streams) await interleaved.append(stream, [eventData()], 'any');
    expect(await copyLog({ from: interleaved, to: one.store })).toMatchObject({ copied: 3_000 });
    expect(await copyLog({ from: one.store, to: two.store })).toMatchObject({ copied: 3_000 });
    const store = two.store as EventStore & AppendsInOrder;
    const known = { stream: streams[0]!, events: [eventData()], expected: 'none' as const };
    const fresh = { ...known, stream: 'intake.fresh', events: [eventData()] };
    await expect(store.appendInOrder([fresh, known])).rejects.toMatchObject({
      code: 'WRONG_EXPECTED_REVISION',
    });
  });

  it('finds what somebody altered in the target with the rights of a superuser', async () => {
    const [from, to] = [await open(), await open()];
    for (const stream of ['a.1', 'a.2', 'a.3'])
      await from.store.append(stream, [eventData()], 'none');
    await copyLog({ from: from.store, to: to.store });
    const client = new pg.Client({ connectionString: to.database.url });
    await client.connect();
    await client.query('ALTER TABLE log.events DISABLE TRIGGER append_only');
    await client.query("UPDATE log.events SET data = '{}' WHERE stream = 'a.2'");
    await client.end();
    await expect(copyLog({ from: from.store, to: to.store })).rejects.toMatchObject({
      code: 'LOG_DIFFERS',
      details: { stream: 'a.2', revision: 0 },
    });
  });
});
