import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  capabilities,
  createTestDatabase,
  describeWith,
  sharedKafka,
  type TestDatabase,
} from '@minh-bach/testing';
import { Partitioners } from 'kafkajs';
import pg from 'pg';
import { unique, until } from '../conformance/fixture.ts';
import { startKafkaHarness, type KafkaHarness } from '../conformance/kafka-harness.ts';

describeWith('kafka', 'a new member', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let harness: KafkaHarness;

  beforeAll(async () => {
    if (!capabilities.kafka) return;
    database = await createTestDatabase();
    pool = new pg.Pool({ connectionString: database.url, max: 4 });
    harness = await startKafkaHarness((await sharedKafka()).brokers, pool, database.url);
  }, 120_000);
  afterAll(async () => {
    await harness?.close();
    await pool?.end();
    await database?.drop();
  });

  it('that its group keeps waiting stops all the same', async () => {
    const group = unique('group');
    const { kafka, topic } = harness;
    // A member in the middle of a message joins anew when it is through, and all wait for it.
    let letGo: () => void = () => undefined;
    const busy = new Promise<void>((resolve) => (letGo = resolve));
    let began: () => void = () => undefined;
    const working = new Promise<void>((resolve) => (began = resolve));
    const times = { sessionTimeout: 300_000, rebalanceTimeout: 300_000 };
    const other = kafka.consumer({ groupId: group, ...times });
    await other.connect();
    await other.subscribe({ topics: [topic], fromBeginning: true });
    await other.run({ eachMessage: () => (began(), busy) });
    const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    await producer.send({ topic, messages: [{ value: 'x' }] });
    await producer.disconnect();
    await working;

    const messaging = harness.open({ inboxOf: (name) => harness.inboxOf(name) });
    const consumer = await messaging.consume({
      group,
      topics: [topic],
      handler: async () => undefined,
    });
    const admin = kafka.admin();
    await admin.connect();
    await until(async () => {
      const { groups } = await admin.describeGroups([group]);
      return groups[0]?.members.length === 2;
    });
    let through = false;
    void busy.then(() => (through = true));
    const late = setTimeout(letGo, 10_000);
    await consumer.stop();
    expect(through).toBe(false);

    clearTimeout(late);
    letGo();
    await Promise.all([other.disconnect(), admin.disconnect(), messaging.close()]);
  });

  it('that is stopped as it joins leaves its group', async () => {
    const stopped = Array.from({ length: 20 }, async (_, ms) => {
      const group = unique('group');
      const messaging = harness.open({ inboxOf: (name) => harness.inboxOf(name) });
      const handler = async () => undefined;
      const consumer = await messaging.consume({ group, topics: [harness.topic], handler });
      await delay(ms);
      await consumer.stop();
      await messaging.close();
      return group;
    });
    const groups = await Promise.all(stopped);
    const admin = harness.kafka.admin();
    await admin.connect();
    await delay(2_000);
    await until(async () => {
      const found = await admin.describeGroups(groups);
      return found.groups.every(({ members }) => members.length === 0);
    });
    await admin.disconnect();
  });
});
