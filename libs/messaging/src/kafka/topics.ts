import { setTimeout as delay } from 'node:timers/promises';
import kafkajs, { type Admin, type ConfigEntries, type Kafka } from 'kafkajs';
import { integrationContracts } from '../contracts.ts';

// Node finds no names of values in this module.
const { ConfigResourceTypes, ConfigSource } = kafkajs;

export interface TopicSpec {
  readonly topic: string;
  /** Never changed afterwards: the partition of a stream, and so its order, hangs on it. */
  readonly partitions: number;
  readonly replicas: number;
  readonly config?: Readonly<Record<string, string>>;
}

const COMPRESSION = 'compression.type';
/**
 * The broker unpacks what it is sent, and refuses what is then too large. Else a batch in a form that
 * kafkajs does not know stops a consumer for good, and a small one may unpack to more than fits in memory.
 */
const UNCOMPRESSED = { [COMPRESSION]: 'uncompressed' };

/** Kept for ever: a service that is added later reads from the beginning. */
const keepForEver = {
  'cleanup.policy': 'delete',
  'retention.ms': '-1',
  'retention.bytes': '-1',
  'message.timestamp.type': 'LogAppendTime',
  ...UNCOMPRESSED,
};

/**
 * The topics of all integration events. `infra/kafka/topics.json` says the same to those who make
 * them by hand.
 *
 * @param replicas 3, of which 2 must have written what is acknowledged; or 1 on a single broker
 */
export const integrationTopics = (replicas: 1 | 3): readonly TopicSpec[] =>
  Object.keys(integrationContracts).map((topic) => ({
    topic,
    partitions: 6,
    replicas,
    config: { ...keepForEver, 'min.insync.replicas': replicas === 3 ? '2' : '1' },
  }));

/**
 * Makes the topics that are missing; nothing is ever made by a mere mention.
 *
 * @throws when a topic is there with another number of partitions, or takes compressed batches and this
 * process may not change that
 */
export async function ensureTopics(kafka: Kafka, specs: readonly TopicSpec[]): Promise<void> {
  await withAdmin(kafka, async (admin) => {
    // A process that may make none finds them made.
    const there = await admin.listTopics();
    const missing = specs.filter(({ topic }) => !there.includes(topic));
    if (missing.length > 0) {
      await admin.createTopics({
        // kafkajs would fail when a broker has not heard of the new topic yet.
        waitForLeaders: false,
        topics: missing.map(({ topic, partitions, replicas, config }) => ({
          topic,
          numPartitions: partitions,
          replicationFactor: replicas,
          configEntries: Object.entries({ ...keepForEver, ...config }).map(([name, value]) => ({
            name,
            value,
          })),
        })),
      });
    }
    for (const { topic, partitions } of specs) {
      const found = await readyPartitions(admin, topic);
      if (found !== partitions)
        throw new Error(`topic ${topic} has ${found} partitions and should have ${partitions}`);
    }
    await keepUncompressed(
      admin,
      specs.map(({ topic }) => topic),
    );
  });
}

/** Topics that an older version made took what senders compressed. */
async function keepUncompressed(admin: Admin, topics: readonly string[]): Promise<void> {
  const type = ConfigResourceTypes.TOPIC;
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: topics.map((name) => ({ type, name })),
  });
  const open = resources.filter(({ configEntries }) =>
    configEntries.every(
      ({ configName, configValue }) =>
        configName !== COMPRESSION || configValue !== UNCOMPRESSED[COMPRESSION],
    ),
  );
  if (open.length === 0) return;
  // What is not repeated falls back to the broker's default.
  const own = (entries: readonly ConfigEntries[]) =>
    entries
      .filter(({ configSource }) => configSource === ConfigSource.TOPIC_CONFIG)
      .map(({ configName, configValue }) => [configName, configValue] as const);
  await admin.alterConfigs({
    validateOnly: false,
    resources: open.map(({ resourceName: name, configEntries }) => ({
      ...{ type, name },
      configEntries: Object.entries({
        ...Object.fromEntries(own(configEntries)),
        ...UNCOMPRESSED,
      }).map(([entry, value]) => ({ name: entry, value })),
    })),
  });
}

/** How many partitions a topic has. @throws when there is no such topic */
export const partitionsOf = (kafka: Kafka, topic: string): Promise<number> =>
  withAdmin(kafka, (admin) => readyPartitions(admin, topic));

async function withAdmin<T>(kafka: Kafka, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}

/** Waits until each partition has a leader. */
async function readyPartitions(admin: Admin, topic: string): Promise<number> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
      const partitions = topics[0]?.partitions ?? [];
      if (partitions.every(({ leader }) => leader >= 0)) return partitions.length;
      if (attempt === LOOKS) throw new Error(`a partition of topic ${topic} has no leader`);
    } catch (error) {
      if (attempt === LOOKS) throw error;
    }
    await delay(LOOK_EVERY_MS);
  }
}

const LOOKS = 50;
const LOOK_EVERY_MS = 100;
