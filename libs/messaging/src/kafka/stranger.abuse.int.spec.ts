import { isDeepStrictEqual } from 'node:util';
import { zstdCompressSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import {
  capabilities,
  createTestDatabase,
  describeWith,
  sharedKafka,
  type TestDatabase,
} from '@minh-bach/testing';
import kafkajs, { CompressionTypes, type Admin } from 'kafkajs';
import pg from 'pg';
import { unique, until } from '../conformance/fixture.ts';
import { PARTITIONS, startKafkaHarness, type KafkaHarness } from '../conformance/kafka-harness.ts';
import type { Consumer, Message, Messaging } from '../messaging.ts';
import { createKafka } from './kafka-client.ts';
import { ensureTopics } from './topics.ts';

const LATE_AFTER_MS = 1_500;

const { CompressionCodecs } = kafkajs;

/** The client sends such batches until the answer is called; it reads none. */
function knowZstd(): () => void {
  const before = CompressionCodecs[CompressionTypes.ZSTD];
  CompressionCodecs[CompressionTypes.ZSTD] = () => ({
    compress: async ({ buffer }: { buffer: Buffer }) => zstdCompressSync(buffer),
    decompress: async () => {
      throw new Error('this form is not known');
    },
  });
  return () => void (CompressionCodecs[CompressionTypes.ZSTD] = before);
}

describeWith('kafka', 'T9: a stranger who reaches the broker', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let brokers: readonly string[];
  let harness: KafkaHarness;
  let group: string;
  let handled: string[];
  let opened: Messaging[];
  let strangers: { leave(): Promise<void>; readonly taken: number } | undefined;

  beforeAll(async () => {
    if (!capabilities.kafka) return;
    database = await createTestDatabase();
    pool = new pg.Pool({ connectionString: database.url, max: 8 });
    ({ brokers } = await sharedKafka());
  }, 120_000);
  afterAll(async () => {
    await pool?.end();
    await database?.drop();
  });
  beforeEach(async () => {
    harness = await startKafkaHarness(brokers, pool, database.url);
    [group, handled, opened, strangers] = [unique('group'), [], [], undefined];
  }, 60_000);
  afterEach(async () => {
    await strangers?.leave();
    await Promise.all(opened.map((messaging) => messaging.close()));
    await harness.close();
  }, 60_000);

  const consume = (): Promise<Consumer> => {
    const messaging = harness.open({
      inboxOf: (name) => harness.inboxOf(name),
      lateAfterMs: LATE_AFTER_MS,
      lookEveryMs: 100,
    });
    opened.push(messaging);
    const handler = async ({ source }: Message) => {
      handled.push(`${source.stream.slice(harness.prefix.length)}@${source.revision}`);
    };
    return messaging.consume({ group, topics: [harness.topic], handler });
  };
  const append = (from: number, to: number) => {
    for (let n = from; n < to; n += 1) harness.append(`${harness.prefix}s-${n}`, n);
  };
  const all = (to: number) => Array.from({ length: to }, (_, n) => `s-${n}@0`).toSorted();

  /** As many as there are partitions, of names that come first where the group shares them out. */
  async function strangersJoin(): Promise<void> {
    let taken = 0;
    const members = Array.from({ length: PARTITIONS }, () =>
      createKafka({ brokers: [...brokers], clientId: '0-stranger' }).consumer({
        groupId: group,
        maxWaitTimeInMs: 100,
        heartbeatInterval: 500,
      }),
    );
    let joined = 0;
    const begin = async (member: (typeof members)[number]) => {
      member.on(member.events.GROUP_JOIN, ({ payload }) => {
        joined += payload.memberAssignment[harness.topic]?.length ?? 0;
      });
      await member.connect();
      await member.subscribe({ topics: [harness.topic] });
      await member.run({ eachMessage: async () => void (taken += 1) });
    };
    strangers = {
      async leave() {
        strangers = undefined;
        await Promise.all(members.map((member) => member.disconnect()));
      },
      get taken() {
        return taken;
      },
    };
    await Promise.all(members.map(begin));
    await until(() => joined >= PARTITIONS);
  }

  async function asAdmin(work: (admin: Admin) => Promise<unknown>): Promise<void> {
    const admin = harness.kafka.admin();
    await admin.connect();
    await work(admin).finally(() => admin.disconnect());
  }

  it('takes nothing from a group for good that it joins', async () => {
    append(0, 5);
    await consume();
    await until(() => handled.length === 5);
    await strangersJoin();
    append(5, 25);
    await until(() => (strangers?.taken ?? 0) >= 20);
    await strangers?.leave();

    await until(() => handled.length >= 25);
    expect(handled.toSorted()).toEqual(all(25));
  }, 90_000);

  it('moves no group on by noting for it that it has read all', async () => {
    const consumer = await consume();
    append(0, 5);
    await until(() => handled.length === 5);
    await consumer.stop();
    append(5, 25);
    await asAdmin(async (admin) => {
      const sent = async () => {
        const ends = await admin.fetchTopicOffsets(harness.topic);
        return ends.reduce((sum, { high }) => sum + Number(high), 0);
      };
      await until(async () => (await sent()) === 25);
      const partitions = await admin.fetchTopicOffsets(harness.topic);
      await admin.setOffsets({ groupId: group, topic: harness.topic, partitions });
    });
    await consume();
    await until(() => handled.length >= 25);
    expect(handled.toSorted()).toEqual(all(25));
  }, 90_000);

  it.each(['what lies in the topic', 'the topic itself'])(
    'takes nothing from a group for good by deleting %s before it is read',
    async (what) => {
      const { topic } = harness;
      const consumer = await consume();
      append(0, 5);
      await until(() => handled.length === 5);
      await consumer.stop();
      append(5, 25);
      await asAdmin(async (admin) => {
        const ends = () => admin.fetchTopicOffsets(topic);
        const sent = async () => (await ends()).reduce((sum, { high }) => sum + Number(high), 0);
        await until(async () => (await sent()) === 25);
        if (what === 'the topic itself') {
          await admin.deleteTopics({ topics: [topic] });
          await until(async () => !(await admin.listTopics()).includes(topic));
        } else await admin.deleteTopicRecords({ topic, partitions: await ends() });
      });
      await ensureTopics(harness.kafka, [{ topic, partitions: PARTITIONS, replicas: 1 }]);
      await consume();
      await until(() => handled.length >= 25, { withinMs: 40_000 });
      expect(handled.toSorted()).toEqual(all(25));
      expect(harness.seen).toContainEqual({ kind: 'gone', topic });
    },
    90_000,
  );

  it('stops no consumer by a batch in a form that the client does not know', async () => {
    await consume();
    append(0, 5);
    await until(() => handled.length === 5);
    const forget = knowZstd();
    const producer = harness.kafka.producer();
    try {
      await producer.connect();
      const junk = Array.from({ length: PARTITIONS }, (_, partition) => ({
        partition,
        value: 'x',
      }));
      await producer.send({
        topic: harness.topic,
        compression: CompressionTypes.ZSTD,
        messages: junk,
      });
    } finally {
      forget();
      await producer.disconnect();
    }
    append(5, 25);
    await until(() => handled.length >= 25);
    expect(handled.toSorted()).toEqual(all(25));
  }, 90_000);

  it('holds nothing back by a transaction that it leaves open', async () => {
    await consume();
    const producer = harness.kafka.producer({ transactionalId: group, maxInFlightRequests: 1 });
    await producer.connect();
    const open = await producer.transaction();
    const junk = Array.from({ length: PARTITIONS }, (_, partition) => ({ partition, value: 'x' }));
    await open.send({ topic: harness.topic, messages: junk });
    append(0, 10);
    await until(() => handled.length === 10);
    await open.abort();
    append(10, 20);
    await until(() => handled.length === 20);
    await producer.disconnect();
    expect(handled.toSorted()).toEqual(all(20));
  }, 90_000);

  it('makes nothing late by a transaction that it has finished', async () => {
    let consumer = await consume();
    append(0, 9);
    await until(() => handled.length === 9);
    const producer = harness.kafka.producer({ transactionalId: group, maxInFlightRequests: 1 });
    await producer.connect();
    const finish = async () => {
      const transaction = await producer.transaction();
      const junk = Array.from({ length: PARTITIONS }, (_, partition) => ({
        partition,
        value: 'x',
      }));
      await transaction.send({ topic: harness.topic, messages: junk });
      await transaction.commit();
    };
    const reached = () =>
      asAdmin(async (admin) => {
        await until(async () => {
          const ends = await admin.fetchTopicOffsets(harness.topic);
          const { rows } = await pool.query(
            `SELECT partition, next FROM "${group}_inbox".place ORDER BY partition`,
          );
          return isDeepStrictEqual(
            rows,
            ends
              .map(({ partition, high }) => ({ partition, next: high }))
              .toSorted((a, b) => a.partition - b.partition),
          );
        });
      });
    await finish();
    await reached();
    await consumer.stop();
    await finish();
    consumer = await consume();
    await reached();
    append(9, 15);
    await until(() => handled.length === 15);
    await producer.disconnect();
    expect(handled.toSorted()).toEqual(all(15));
    expect(harness.seen.filter(({ kind }) => kind === 'missing')).toEqual([]);
  }, 90_000);

  it('is seen while it takes what is the group’s, by every instance, after a restart too', async () => {
    const [one, other] = await Promise.all([consume(), consume()]);
    append(0, 5);
    await until(() => handled.length === 5);
    await strangersJoin();
    expect([one.lateSince(), other.lateSince()]).toEqual([undefined, undefined]);
    const begun = Date.now();
    append(5, 25);
    await until(() => one.lateSince() !== undefined && other.lateSince() !== undefined);
    expect(one.lateSince()?.getTime()).toBeGreaterThanOrEqual(begun);
    await Promise.all([one.stop(), other.stop()]);

    const third = await consume();
    await until(() => third.lateSince() !== undefined);
    expect(third.lateSince()?.getTime()).toBeLessThan(Date.now() - LATE_AFTER_MS);
    await strangers?.leave();
    await until(() => handled.length >= 25 && third.lateSince() === undefined);
    expect(handled.toSorted()).toEqual(all(25));
  }, 90_000);
});
