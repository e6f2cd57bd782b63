import { appendFile } from 'node:fs/promises';
import net from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  capabilities,
  createTestDatabase,
  describeWith,
  startKafka,
  type KafkaCluster,
  type TestDatabase,
} from '@minh-bach/testing';
import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  Partitioners,
  ResourcePatternTypes,
  type Kafka,
} from 'kafkajs';
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
import { createKafka } from './kafka-client.ts';
import { createKafkaMessaging } from './kafka-messaging.ts';
import { sharedSecret } from './message-authentication.ts';
import { ensureTopics } from './topics.ts';

const NAMES = ['sender', 'hearer', 'stranger'] as const;
type Name = (typeof NAMES)[number];

describeWith('ownKafka', 'T9, T25: a broker with the access lists of docs/operations.md', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let cluster: KafkaCluster;
  let operator: Kafka;
  let as: (name: Name) => Kafka;
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
    cluster = await startKafka(1);
    const [open = ''] = cluster.brokers;
    const port = await freePort();
    await cluster.kill(1);
    await appendFile(
      join(cluster.folder, '1', 'server.properties'),
      withAccessLists(Number(open.split(':')[1]), port),
    );
    await cluster.up(1);
    operator = createKafka({ brokers: [open] });
    const brokers = [`127.0.0.1:${port}`];
    as = (username) =>
      createKafka({ brokers, sasl: { mechanism: 'plain', username, password: username } });
    await ensureTopics(operator, [spec]);
    const { TOPIC, GROUP } = AclResourceTypes;
    const { READ, WRITE, DESCRIBE, DESCRIBE_CONFIGS } = AclOperationTypes;
    await allow([
      ['sender', TOPIC, topic, DESCRIBE_CONFIGS],
      ['hearer', TOPIC, topic, DESCRIBE_CONFIGS],
      ['sender', TOPIC, topic, WRITE],
      ['hearer', TOPIC, topic, READ],
      ['hearer', GROUP, group, READ],
      ['stranger', TOPIC, topic, DESCRIBE],
    ]);
  }, 120_000);
  afterAll(async () => {
    await cluster?.remove();
    await pool?.end();
    await database?.drop();
  }, 60_000);

  async function allow(
    rights: readonly (readonly [Name, AclResourceTypes, string, AclOperationTypes])[],
  ): Promise<void> {
    const admin = operator.admin();
    await admin.connect();
    await admin.createAcls({
      acl: rights.map(([name, resourceType, resourceName, operation]) => ({
        ...{ resourceType, resourceName, operation, host: '*', principal: `User:${name}` },
        resourcePatternType: ResourcePatternTypes.LITERAL,
        permissionType: AclPermissionTypes.ALLOW,
      })),
    });
    await admin.disconnect();
    // A broker hears of them a moment later.
    for (const name of NAMES) await until(() => seesTopic(name));
  }

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

/** Beside the open door of the operator, one at which each client says who it is. */
const withAccessLists = (open: number, port: number): string => `
listeners=PLAINTEXT://127.0.0.1:${open},CONTROLLER://127.0.0.1:${open + 1},SASL_PLAINTEXT://127.0.0.1:${port}
advertised.listeners=PLAINTEXT://127.0.0.1:${open},SASL_PLAINTEXT://127.0.0.1:${port}
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT
sasl.enabled.mechanisms=PLAIN
listener.name.sasl_plaintext.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required ${NAMES.map((name) => `user_${name}="${name}"`).join(' ')};
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:ANONYMOUS
`;

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
