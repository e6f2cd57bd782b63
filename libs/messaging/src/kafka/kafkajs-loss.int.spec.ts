import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilities, describeWith, startKafka, type KafkaCluster } from '@minh-bach/testing';
import { Kafka, logLevel, Partitioners, type Producer } from 'kafkajs';
import net from 'node:net';
import { BrokerProxy } from '../conformance/broker-proxy.ts';
import { unique, until } from '../conformance/fixture.ts';
import { createKafka } from './kafka-client.ts';
import { TopicProducer } from './topic-producer.ts';
import { ensureTopics } from './topics.ts';

/*
 * Three brokers, a topic with a partition on each, acks of all. The broker of one partition gets
 * its request, the two others answer theirs, then that broker dies before it has written anything.
 * A new leader is found among those two (tulios/kafkajs#1303).
 */

let cluster: KafkaCluster;
let direct: Kafka;

beforeAll(async () => {
  if (!capabilities.kafka) return;
  cluster = await startKafka(3);
  direct = new Kafka({ brokers: [...cluster.brokers], logLevel: logLevel.NOTHING });
}, 180_000);
afterAll(async () => {
  await cluster?.remove();
});

const partitions = [0, 1, 2];
const portOf = (broker: string) => Number(broker.split(':')[1]);

interface Stage {
  /** A client that meets the brokers through the proxies only. */
  readonly kafka: Kafka;
  readonly topic: string;
  /** Partition whose broker is going to die. */
  readonly doomed: number;
  /** Resolves when it is dead. */
  died(): Promise<void>;
  close(): Promise<void>;
}

async function setTheStage(): Promise<Stage> {
  const topic = `${unique('loss')}.v1`;
  await ensureTopics(direct, [{ topic, partitions: 3, replicas: 3 }]);
  const leaders = await leadersOf(topic);
  expect(new Set(leaders).size).toBe(3);

  const proxies = await Promise.all(cluster.brokers.map((b) => BrokerProxy.before(portOf(b))));
  const proxyOf = new Map(cluster.brokers.map((b, i) => [portOf(b), proxies[i]]));
  const victim = leaders[0] ?? 0;
  const doomedProxy = proxies[victim - 1];
  const others = proxies.filter((proxy) => proxy !== doomedProxy);
  let death: Promise<void> | undefined;
  if (doomedProxy)
    doomedProxy.holdProduce = () => {
      death ??= (async () => {
        await until(() => others.every((proxy) => proxy.answered > 0));
        await cluster.kill(victim);
        doomedProxy.cut();
      })();
    };
  return {
    kafka: createKafka({
      brokers: [...cluster.brokers],
      socketFactory: ({ port, onConnect }) =>
        net.connect(proxyOf.get(port)?.port ?? 0, '127.0.0.1', onConnect),
    }),
    topic,
    doomed: 0,
    died: async () => {
      expect(death).toBeDefined();
      await death;
    },
    close: async () => {
      await cluster.up(victim);
      for (const proxy of proxies) proxy.cut();
    },
  };
}

/** Broker number of each partition's leader. */
async function leadersOf(topic: string): Promise<number[]> {
  const admin = direct.admin();
  await admin.connect();
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  await admin.disconnect();
  const found = topics[0]?.partitions ?? [];
  return partitions.map((p) => found.find((f) => f.partitionId === p)?.leader ?? -1);
}

/** How many messages each partition holds. */
async function countsOf(topic: string): Promise<number[]> {
  const admin = direct.admin();
  await admin.connect();
  const offsets = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  return partitions.map((p) => Number(offsets.find((o) => o.partition === p)?.high ?? -1));
}

/** One key that falls on each partition. */
const keyed = (producer: TopicProducer) =>
  partitions.map((partition) => {
    for (let i = 0; ; i += 1) if (producer.partitionOf(`key-${i}`) === partition) return `key-${i}`;
  });

describeWith('kafka', 'a broker that dies after the others have answered', () => {
  it.each([{ idempotent: true }, { idempotent: false }])(
    'makes plain kafkajs lose a message that it calls sent ($idempotent)',
    async ({ idempotent }) => {
      const stage = await setTheStage();
      const producer: Producer = stage.kafka.producer({
        idempotent,
        createPartitioner: Partitioners.DefaultPartitioner,
        retry: { retries: 60, maxRetryTime: 1_000 },
      });
      await producer.connect();
      const messages = partitions.map((partition) => ({ partition, value: `of ${partition}` }));

      const answers = await producer.send({ topic: stage.topic, acks: -1, messages });

      await stage.died();
      expect(answers.map((a) => a.partition).toSorted()).toEqual([1, 2]);
      await until(async () => (await leadersOf(stage.topic))[stage.doomed] !== -1);
      expect(await countsOf(stage.topic)).toEqual([0, 1, 1]);
      await producer.disconnect();
      await stage.close();
    },
    120_000,
  );

  it('makes the relay’s producer lose nothing', async () => {
    const stage = await setTheStage();
    const producer = new TopicProducer({ kafka: stage.kafka, topic: stage.topic, partitions: 3 });
    const messages = keyed(producer).map((key) => ({
      key,
      value: Buffer.from(key),
      headers: { mac: '' },
    }));

    await producer.produce(messages, AbortSignal.timeout(90_000));

    await stage.died();
    // More than once is fair: consumers drop what they have seen.
    for (const count of await countsOf(stage.topic)) expect(count).toBeGreaterThanOrEqual(1);
    await producer.close();
    await stage.close();
  }, 120_000);
});
