import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  capabilities,
  createTestDatabase,
  describeWith,
  startSignedInKafka,
  type SignedInKafka,
  type TestDatabase,
} from '@minh-bach/testing';
import { Partitioners, type Kafka } from 'kafkajs';
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
import { PostgresInboxStore } from '../inbox/postgres-inbox-store.ts';
import { startRelay } from '../relay/relay.ts';
import { setAccessLists } from './access-lists.ts';
import { createKafka } from './kafka-client.ts';
import { createKafkaMessaging } from './kafka-messaging.ts';
import { sharedSecret } from './message-authentication.ts';
import { ensureTopics } from './topics.ts';

const NAMES = ['sender', 'hearer', 'stranger'] as const;
type Name = (typeof NAMES)[number];

describeWith('ownKafka', 'T9, T25: a broker with the access lists of docs/operations.md', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let broker: SignedInKafka;
  const as = (name: Name | 'operator'): Kafka => createKafka(broker.connectionAs(name));
  const service = unique('service');
  const group = unique('group');
  const publication = publicationOf(service);
  const { topic } = publication;
  const spec = { topic, partitions: 1, replicas: 1 };
  const authentication = sharedSecret(Buffer.alloc(32, 7));

  beforeAll(async () => {
    if (!capabilities.ownKafka) return;
    database = await createTestDatabase();
    pool = new pg.Pool({ connectionString: database.url, max: 8 });
    broker = await startSignedInKafka(NAMES);
    await ensureTopics(as('operator'), [spec]);
    await setAccessLists(
      as('operator'),
      [topic],
      [
        { user: 'sender', writes: [topic], reads: [], groups: [] },
        { user: 'hearer', writes: [], reads: [topic], groups: [group] },
        { user: 'stranger', writes: [], reads: [], groups: [] },
      ],
    );
    // A broker hears of them a moment later.
    for (const name of NAMES) await until(() => seesTopic(name));
  }, 120_000);
  afterAll(async () => {
    await broker?.remove();
    await pool?.end();
    await database?.drop();
  }, 60_000);

  async function seesTopic(name: Name): Promise<boolean> {
    const admin = as(name).admin();
    await admin.connect();
    const topics = await admin.listTopics();
    await admin.disconnect();
    return topics.includes(topic);
  }

  it('lets each process do its own work', async () => {
    await ensureTopics(as('hearer'), [spec]);
    await ensureTopics(as('sender'), [spec]);
    const log = new MemoryLog();
    const contracts = contractsOf(service);
    const common = { authentication, contracts, backoff: fastBackoff };
    const connectionString = database.url;
    const relay = startRelay({
      ...common,
      ...{ publication, store: log, kafka: as('sender'), database: { connectionString } },
    });
    const messaging = createKafkaMessaging({
      ...common,
      ...{ kafka: as('hearer'), lookEveryMs: 50, lateAfterMs: 5_000 },
      inboxOf: (name) => new PostgresInboxStore(name, pool),
    });
    const heard: string[] = [];
    const handler = async ({ id }: { id: string }) => void heard.push(id);
    const consumer = await messaging.consume({ group, topics: [topic], handler });
    for (let n = 0; n < 20; n += 1) log.append(`${service}.s-${n}`, eventData(n));
    await until(() => heard.length === 20);
    consumer.check();
    relay.check();
    expect(consumer.lateSince()).toBeUndefined();
    await messaging.close();
    await relay.stop();
  }, 60_000);

  it.each(['sender', 'stranger'] as const)(
    'lets a client that is none of the group (%s) neither read in its place nor note for it',
    async (name) => {
      const consumer = as(name).consumer({ groupId: group, retry: { retries: 0 } });
      await consumer.connect();
      const over = new Promise<never>((_, reject) => {
        consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      });
      const join = async () => {
        await consumer.subscribe({ topics: [topic] });
        await consumer.run({ eachMessage: async () => undefined });
        await over;
      };
      // The one of its group finds the coordinator, above.
      await expect(join()).rejects.toThrow('Failed to find group coordinator');
      await consumer.disconnect();

      const admin = as(name).admin();
      await admin.connect();
      const partitions = [{ partition: 0, offset: '20' }];
      await expect(admin.setOffsets({ groupId: group, topic, partitions })).rejects.toThrow();
      await expect(admin.deleteTopics({ topics: [topic] })).rejects.toThrow();
      await expect(admin.deleteTopicRecords({ topic, partitions })).rejects.toThrow();
      await admin.disconnect();
    },
    60_000,
  );

  it.each(['hearer', 'stranger'] as const)(
    'lets a client that is none of its senders (%s) put nothing into a topic',
    async (name) => {
      const producer = as(name).producer({
        createPartitioner: Partitioners.DefaultPartitioner,
        retry: { retries: 0 },
      });
      await producer.connect();
      await expect(producer.send({ topic, messages: [{ value: 'x' }] })).rejects.toThrow(
        /[Nn]ot authorized/,
      );
      await producer.disconnect();
    },
    60_000,
  );
});
