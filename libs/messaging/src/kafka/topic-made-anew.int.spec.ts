import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import {
  capabilities,
  createTestDatabase,
  describeWith,
  sharedKafka,
  type TestDatabase,
} from '@minh-bach/testing';
import { Partitioners, type Admin } from 'kafkajs';
import pg from 'pg';
import { unique, until } from '../conformance/fixture.ts';
import { PARTITIONS, startKafkaHarness, type KafkaHarness } from '../conformance/kafka-harness.ts';
import type { Message, Messaging } from '../messaging.ts';
import { ensureTopics } from './topics.ts';

describeWith('kafka', 'a topic that was made anew', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let harness: KafkaHarness;
  let admin: Admin;
  let messaging: Messaging;
  let group: string;
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
    [group, handled] = [unique('group'), []];
    messaging = harness.open({ inboxOf: (name) => harness.inboxOf(name) });
    admin = harness.kafka.admin();
    await admin.connect();
  }, 60_000);
  afterEach(async () => {
    await messaging.close();
    await admin.disconnect();
    await harness.close();
  }, 60_000);

  const consume = () =>
    messaging.consume({
      group,
      topics: [harness.topic],
      handler: async ({ source }: Message) => {
        handled.push(`${source.stream.slice(harness.prefix.length)}@${source.revision}`);
      },
    });
  const append = (from: number, to: number) => {
    for (let n = from; n < to; n += 1) harness.append(`${harness.prefix}s-${n}`, n);
  };
  const all = (to: number) => Array.from({ length: to }, (_, n) => `s-${n}@0`).toSorted();

  /** As when Kafka was lost. */
  async function makeAnew(): Promise<void> {
    await Promise.all(harness.relays.map((relay) => relay.stop()));
    await deleteAndMake();
  }

  async function deleteAndMake(): Promise<void> {
    await admin.deleteTopics({ topics: [harness.topic] });
    await until(async () => !(await admin.listTopics()).includes(harness.topic));
    const { topic } = harness;
    await ensureTopics(harness.kafka, [{ topic, partitions: PARTITIONS, replicas: 1 }]);
  }

  async function putJunk(perPartition: number): Promise<readonly string[]> {
    const producer = harness.kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    const messages = Array.from({ length: PARTITIONS * perPartition }, (_, n) => ({
      partition: n % PARTITIONS,
      value: `junk ${unique('no')}`,
    }));
    await producer.send({ topic: harness.topic, messages });
    await producer.disconnect();
    return messages.map(({ value }) => value);
  }

  async function messagesThere(): Promise<number> {
    // A broker may not have heard yet that it leads what was made anew.
    const ends = await admin.fetchTopicOffsets(harness.topic).catch(() => []);
    return ends.reduce((sum, { high }) => sum + Number(high), 0);
  }

  it.each([
    ['shorter than it was', 0],
    ['longer than it was', 30],
  ])(
    'is read from the beginning where it is %s; what is known has no second effect',
    async (_, junk) => {
      await putJunk(10);
      const consumer = await consume();
      append(0, 20);
      await until(() => handled.length === 20);
      await consumer.stop();
      await makeAnew();
      append(20, 25);
      await harness.repeatEverything(group);
      await until(async () => (await messagesThere()) === 25);
      // What is new lies before the place where the group was.
      if (junk > 0) await putJunk(junk);
      await consume();
      await until(() => handled.length >= 25);
      append(25, 30);
      await until(() => handled.length >= 30);
      expect(handled.toSorted()).toEqual(all(30));
    },
    90_000,
  );

  it('is taken up by those who read it meanwhile', async () => {
    await consume();
    append(0, 20);
    await until(() => handled.length === 20);
    await makeAnew();
    append(20, 25);
    await harness.repeatEverything(group);
    await until(() => handled.length >= 25, { withinMs: 60_000 });
    expect(handled.toSorted()).toEqual(all(25));
  }, 120_000);

  it('is filled again by a relay that has not looked at it since it sent', async () => {
    await Promise.all(harness.relays.map((relay) => relay.stop()));
    harness.relay({ lookEveryMs: 600_000 });
    append(0, 20);
    await until(async () => (await messagesThere()) === 20);
    await makeAnew();
    harness.relay();
    await consume();
    await until(() => handled.length >= 20, { withinMs: 20_000 });
    expect(handled.toSorted()).toEqual(all(20));
    expect(harness.seen).toContainEqual({ kind: 'gone', topic: harness.topic });
  }, 90_000);

  it('is filled again by a relay that sends on and has not looked meanwhile', async () => {
    await Promise.all(harness.relays.map((relay) => relay.stop()));
    await consume();
    harness.relay({ lookEveryMs: 600_000 });
    append(0, 6);
    await until(() => handled.length === 6);
    await deleteAndMake();
    append(6, 36);
    await until(() => handled.length >= 36, { withinMs: 40_000 });
    expect(handled.toSorted()).toEqual(all(36));
    expect(harness.seen).toContainEqual({ kind: 'gone', topic: harness.topic });
  }, 90_000);

  it('has messages of its own that cannot be read, at places of old ones', async () => {
    const consumer = await consume();
    await putJunk(1);
    const store = harness.inboxOf(group);
    await until(async () => (await store.unreadable()).count === PARTITIONS);
    await consumer.stop();
    await makeAnew();
    const sent = await putJunk(2);
    await consume();
    const kept = async () => {
      const found = await pool.query<{ value: Buffer }>(
        `SELECT value FROM ${group}_inbox.dead_letter`,
      );
      return new Set(found.rows.map(({ value }) => value.toString()));
    };
    // One may have been put twice: a client tries again.
    await until(async () => {
      const found = await kept();
      return sent.every((value) => found.has(value));
    });
    expect(await kept()).toEqual(new Set(sent));
  }, 90_000);
});
