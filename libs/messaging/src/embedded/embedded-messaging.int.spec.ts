import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError } from '@minh-bach/kernel';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import {
  contractsOf,
  eventData,
  fastBackoff,
  publicationOf,
  unique,
  until,
} from '../conformance/fixture.ts';
import { MemoryLog } from '../conformance/memory-log.ts';
import { messagingConformance } from '../conformance/messaging-conformance.ts';
import type { MessagingHarness } from '../conformance/messaging-under-test.ts';
import { listStuck, redrive } from '../operations.ts';
import { PostgresInboxStore } from '../inbox/postgres-inbox-store.ts';
import { createEmbeddedMessaging } from './embedded-messaging.ts';

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 6 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function start(): Promise<MessagingHarness & { log: MemoryLog }> {
  const service = unique('service');
  const publication = publicationOf(service);
  const log = new MemoryLog();
  const refused = new Set<number>();
  return {
    log,
    refused,
    held: async (group) => (await listStuck(pool, group)).stuck,
    redrive: (group, stream) => redrive(pool, group, { stream }),
    topic: publication.topic,
    prefix: publication.streamPrefix,
    append: (stream, n, type) => void log.append(stream, eventData(n, type)),
    inboxOf: (group) => new PostgresInboxStore(group, pool),
    open: (options) =>
      createEmbeddedMessaging({
        store: log,
        publications: [publication],
        contracts: contractsOf(service, refused),
        backoff: fastBackoff,
        everyMs: 20,
        atMostEveryMs: 5,
        ...options,
      }),
    repeatEverything: async (group) =>
      void (await pool.query(`DELETE FROM ${group}_inbox.position`)),
    cut: () => {
      log.broken = new Error('no log');
      log.wake();
    },
    mend: () => (log.broken = undefined),
    close: async () => undefined,
  };
}

messagingConformance(describe, 'embedded', start);

it('reads ahead no further than it can work off', async () => {
  const harness = await start();
  for (let n = 0; n < 1_000; n += 1) harness.append(`${harness.prefix}s-1`, n);
  let open = () => undefined as void;
  const gate = new Promise<void>((resolve) => (open = resolve));
  let calls = 0;
  const messaging = harness.open({ inboxOf: harness.inboxOf });
  await messaging.consume({
    group: unique('group'),
    topics: [harness.topic],
    handler: async () => {
      calls += 1;
      await gate;
    },
  });
  await until(() => calls === 1);
  expect(harness.log.taken).toBeLessThanOrEqual(101);
  open();
  await until(() => calls === 1_000);
  await messaging.close();
});

it('reads nothing of the log twice after a restart', async () => {
  const harness = await start();
  const group = unique('group');
  let calls = 0;
  const handler = async () => void (calls += 1);
  const consume = async (expected: number) => {
    const messaging = harness.open({ inboxOf: harness.inboxOf });
    await messaging.consume({ group, topics: [harness.topic], handler });
    await until(() => calls === expected);
    await messaging.close();
  };
  for (let n = 0; n < 250; n += 1) harness.append(`${harness.prefix}s-${n % 7}`, n);
  await consume(250);
  harness.append(`${harness.prefix}s-1`, 250);
  await consume(251);
  expect(harness.log.taken).toBe(251);
});

it('T26: is stuck, visibly, when a handler hangs', async () => {
  const harness = await start();
  harness.append(`${harness.prefix}s-1`, 1);
  let open = () => undefined as void;
  const gate = new Promise<void>((resolve) => (open = resolve));
  const messaging = harness.open({ inboxOf: harness.inboxOf, stuckAfterMs: 200 });
  const group = unique('group');
  const consumer = await messaging.consume({
    group,
    topics: [harness.topic],
    handler: () => gate,
  });
  await until(() => {
    try {
      consumer.check();
      return false;
    } catch (error) {
      return (error as Error).message === `consumer ${group} is stuck`;
    }
  });
  open();
  await messaging.close();
});

it('dies, visibly, when the log is shorter than its checkpoint', async () => {
  const harness = await start();
  const group = unique('group');
  const inbox = harness.inboxOf(group);
  await inbox.prepare();
  await inbox.savePosition([harness.topic], '000000009');
  const messaging = harness.open({ inboxOf: harness.inboxOf });
  const handler = async () => undefined;
  const consumer = await messaging.consume({ group, topics: [harness.topic], handler });
  await until(() => {
    try {
      consumer.check();
      return false;
    } catch (error) {
      return (error as Error).message === `consumer ${group} is dead`;
    }
  });
  await messaging.close();
});

it('refuses a topic that nobody publishes', async () => {
  const harness = await start();
  const messaging = harness.open({ inboxOf: harness.inboxOf });
  const consume = messaging.consume({
    group: unique('group'),
    topics: ['nobody.v1'],
    handler: async () => undefined,
  });
  await expect(consume).rejects.toThrow(DomainError);
});
