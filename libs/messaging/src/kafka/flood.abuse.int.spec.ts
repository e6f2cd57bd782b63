import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import {
  capabilities,
  createTestDatabase,
  describeWith,
  sharedKafka,
  type TestDatabase,
} from '@minh-bach/testing';
import pg from 'pg';
import { unique, until } from '../conformance/fixture.ts';
import { startKafkaHarness, type KafkaHarness } from '../conformance/kafka-harness.ts';
import { NotYet, type Consumer, type Message, type Messaging } from '../messaging.ts';
import { heldBack, listStuck } from '../operations.ts';

const STUCK_AFTER_MS = 1_000;
const BOUND = 10;
const FLOOD = 60;

describeWith('kafka', 'T8, T26: a sender that floods the queue of a group', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let harness: KafkaHarness;
  let messaging: Messaging;
  let consumer: Consumer;
  let group: string;
  let known: boolean;
  let handled: string[];

  beforeAll(async () => {
    if (!capabilities.kafka) return;
    database = await createTestDatabase();
    pool = new pg.Pool({ connectionString: database.url, max: 8 });
  }, 120_000);
  afterAll(async () => {
    await pool?.end();
    await database?.drop();
  });

  beforeEach(async () => {
    harness = await startKafkaHarness((await sharedKafka()).brokers, pool, database.url);
    [group, known, handled] = [unique('group'), false, []];
    messaging = harness.open({
      inboxOf: (name) => harness.inboxOf(name),
      stuckAfterMs: STUCK_AFTER_MS,
      maxWaiting: BOUND,
    });
    const handler = async ({ source }: Message) => {
      const stream = source.stream.slice(harness.prefix.length);
      if (stream.startsWith('none-') && !known) throw new NotYet('a matter that never was');
      handled.push(`${stream}@${source.revision}`);
    };
    consumer = await messaging.consume({ group, topics: [harness.topic], handler });
  }, 120_000);
  afterEach(async () => {
    await messaging.close();
    await harness.close();
  }, 60_000);

  const append = (stream: string, n: number) => harness.append(harness.prefix + stream, n);
  const streams = (name: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${name}-${i}`);
  const handledOf = (name: string) => handled.filter((at) => at.startsWith(`${name}-`));

  it('holds only what it floods with; the rest arrives, and the process stays alive', async () => {
    for (const stream of streams('none', FLOOD)) append(stream, 0);
    for (const stream of streams('none', FLOOD)) append(stream, 1);
    for (const stream of streams('good', 30)) append(stream, 0);

    await until(() => handledOf('good').length === 30);
    // Alive for longer than a fault may last.
    const begun = performance.now();
    await until(() => {
      consumer.check();
      return performance.now() - begun > 2 * STUCK_AFTER_MS;
    });
    for (const stream of streams('good', 30)) append(stream, 1);
    await until(() => handledOf('good').length === 60);
  }, 60_000);

  it('is seen by operators, in few lines, and loses nothing', async () => {
    for (const n of [0, 1]) for (const stream of streams('none', FLOOD)) append(stream, n);
    const held = () => listStuck(pool, group);
    await until(async () => heldBack(await held()).full >= FLOOD - BOUND - 8);

    const { stuck } = await held();
    expect(stuck.filter(({ reason }) => reason === 'QUEUE_FULL')).toMatchObject([
      { stream: `${harness.prefix}*`, state: 'parked' },
    ]);
    expect(heldBack({ stuck, unreadable: { count: 0, notKept: 0 } })).toMatchObject({ parked: 0 });

    known = true;
    await until(async () => (await held()).stuck.length === 0);
    expect(handledOf('none').toSorted()).toEqual(
      streams('none', FLOOD)
        .flatMap((stream) => [`${stream}@0`, `${stream}@1`])
        .toSorted(),
    );
  }, 60_000);
});
