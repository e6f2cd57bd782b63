import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWith, startKafka, type KafkaCluster } from '@minh-bach/testing';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import net from 'node:net';
import { BrokerProxy } from '../conformance/broker-proxy.ts';
import { unique, until } from '../conformance/fixture.ts';
import { createKafka } from './kafka-client.ts';
import { TopicProducer } from './topic-producer.ts';
import { ensureTopics } from './topics.ts';

/*
 * Three brokers, a topic with a partition on each, acks of all. The broker of one partition gets
 * its request, the two others answer theirs, then that broker dies before it has written anything.
 * A new leader is found among those two (tulios/kafkajs#1303). Brokers are dear, so one death is for
 * all who send: each has a topic of its own, and proxies before the brokers.
 */

const partitions = [0, 1, 2];
const portOf = (broker: string) => Number(broker.split(':')[1]);

type Plainly = 'idempotent' | 'not idempotent';

interface Sender {
  /** A client that meets the brokers through the proxies only. */
  readonly kafka: Kafka;
  readonly topic: string;
  /** Partition whose broker is going to die. */
  readonly doomed: number;
  /** Resolves when that broker holds its request and the others have answered. */
  readonly halfSent: Promise<void>;
  cut(): void;
}

describeWith('ownKafka', 'three brokers: one dies after the others have answered', () => {
  let cluster: KafkaCluster;
  let direct: Kafka;
  let plain: Readonly<Record<Plainly, Sender>>;
  let ours: Sender;
  /** Partitions that plain kafkajs was told of, by who sent. */
  let told: Readonly<Record<Plainly, readonly number[]>>;

  beforeAll(async () => {
    cluster = await startKafka(3);
    direct = new Kafka({ brokers: [...cluster.brokers], logLevel: logLevel.NOTHING });
    const victim = 1;
    const [one, two, three] = [await sender(victim), await sender(victim), await sender(victim)];
    plain = { idempotent: one, 'not idempotent': two };
    ours = three;
    const all = [one, two, three];
    const death = Promise.all(all.map(({ halfSent }) => halfSent)).then(async () => {
      await cluster.kill(victim);
      for (const { cut } of all) cut();
    });
    const [idempotent, not] = await Promise.all([
      sendPlainly(one, true),
      sendPlainly(two, false),
      sendAsTheRelay(three),
      death,
    ]);
    told = { idempotent, 'not idempotent': not };
  }, 240_000);
  afterAll(() => cluster?.remove(), 60_000);

  it.each(['idempotent', 'not idempotent'] as const)(
    'makes plain kafkajs lose a message that it calls sent (%s)',
    async (which) => {
      const { topic, doomed } = plain[which];
      const others = partitions.filter((partition) => partition !== doomed);
      expect(told[which].toSorted()).toEqual(others);
      await until(async () => (await leadersOf(topic))[doomed] !== -1);
      expect(await countsOf(topic)).toEqual(partitions.map((p) => (p === doomed ? 0 : 1)));
    },
    120_000,
  );

  it('makes the relay’s producer lose nothing', async () => {
    // More than once is fair: consumers drop what they have seen.
    for (const count of await countsOf(ours.topic)) expect(count).toBeGreaterThanOrEqual(1);
  }, 120_000);

  async function sender(victim: number): Promise<Sender> {
    const topic = `${unique('loss')}.v1`;
    await ensureTopics(direct, [{ topic, partitions: 3, replicas: 3 }]);
    let leaders: number[] = [];
    // A broker may not have heard yet of what another one has made.
    await until(async () => {
      leaders = await leadersOf(topic).catch(() => [-1]);
      return !leaders.includes(-1);
    });
    expect(new Set(leaders).size).toBe(3);

    const proxies = await Promise.all(cluster.brokers.map((b) => BrokerProxy.before(portOf(b))));
    const proxyOf = new Map(cluster.brokers.map((b, i) => [portOf(b), proxies[i]]));
    const doomedProxy = proxies[victim - 1];
    const others = proxies.filter((proxy) => proxy !== doomedProxy);
    const halfSent = new Promise<void>((resolve, reject) => {
      if (doomedProxy)
        doomedProxy.holdProduce = () =>
          void until(() => others.every((proxy) => proxy.answered > 0)).then(resolve, reject);
    });
    return {
      kafka: createKafka({
        brokers: [...cluster.brokers],
        socketFactory: ({ port, onConnect }) =>
          net.connect(proxyOf.get(port)?.port ?? 0, '127.0.0.1', onConnect),
      }),
      topic,
      doomed: leaders.indexOf(victim),
      halfSent,
      cut: () => doomedProxy?.cut(),
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
});

/** @returns the partitions that it calls sent */
async function sendPlainly({ kafka, topic }: Sender, idempotent: boolean): Promise<number[]> {
  const producer = kafka.producer({
    idempotent,
    createPartitioner: Partitioners.DefaultPartitioner,
    retry: { retries: 60, maxRetryTime: 1_000 },
  });
  await producer.connect();
  const messages = partitions.map((partition) => ({ partition, value: `of ${partition}` }));
  const answers = await producer.send({ topic, acks: -1, messages });
  await producer.disconnect();
  return answers.map(({ partition }) => partition);
}

async function sendAsTheRelay({ kafka, topic }: Sender): Promise<void> {
  const producer = new TopicProducer({ kafka, topic, partitions: 3 });
  const messages = keyed(producer).map((key) => ({
    key,
    value: Buffer.from(key),
    headers: { mac: '' },
  }));
  await producer.produce(messages, AbortSignal.timeout(90_000));
  await producer.close();
}

/** One key that falls on each partition. */
const keyed = (producer: TopicProducer) =>
  partitions.map((partition) => {
    for (let i = 0; ; i += 1) if (producer.partitionOf(`key-${i}`) === partition) return `key-${i}`;
  });
