import type { Kafka } from 'kafkajs';

export interface TopicSpec {
  readonly topic: string;
  /** Never changed afterwards: the partition of a stream, and so its order, hangs on it. */
  readonly partitions: number;
  readonly replicas: number;
  readonly config?: Readonly<Record<string, string>>;
}

/** Kept for ever: a service that is added later reads from the beginning. */
const keepForEver = {
  'cleanup.policy': 'delete',
  'retention.ms': '-1',
  'retention.bytes': '-1',
  'message.timestamp.type': 'LogAppendTime',
};

/**
 * Makes the topics that are missing; nothing is ever made by a mere mention.
 *
 * @throws when a topic is there with another number of partitions
 */
export async function ensureTopics(kafka: Kafka, specs: readonly TopicSpec[]): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    await admin.createTopics({
      waitForLeaders: true,
      topics: specs.map(({ topic, partitions, replicas, config }) => ({
        topic,
        numPartitions: partitions,
        replicationFactor: replicas,
        configEntries: Object.entries({ ...keepForEver, ...config }).map(([name, value]) => ({
          name,
          value,
        })),
      })),
    });
    const { topics } = await admin.fetchTopicMetadata({ topics: specs.map((s) => s.topic) });
    for (const { topic, partitions } of specs) {
      const found = topics.find((t) => t.name === topic)?.partitions.length ?? 0;
      if (found !== partitions)
        throw new Error(`topic ${topic} has ${found} partitions and should have ${partitions}`);
    }
  } finally {
    await admin.disconnect();
  }
}

/** How many partitions a topic has. @throws when there is no such topic */
export async function partitionsOf(kafka: Kafka, topic: string): Promise<number> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    return topics[0]?.partitions.length ?? 0;
  } finally {
    await admin.disconnect();
  }
}
