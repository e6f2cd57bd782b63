import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';

/** A kafkajs consumer as we use it. */
export const memberOf = (kafka: Kafka, group: string, sessionTimeoutMs: number): Consumer =>
  kafka.consumer({
    groupId: group,
    sessionTimeout: sessionTimeoutMs,
    rebalanceTimeout: 2 * sessionTimeoutMs,
    heartbeatInterval: Math.floor(sessionTimeoutMs / 10),
    maxWaitTimeInMs: 500,
    maxBytesPerPartition: 1024 * 1024,
    allowAutoTopicCreation: false,
    // Nobody of us sends in transactions; one that a stranger leaves open must hold nothing back.
    readUncommitted: true,
    // kafkajs restarts after some failures and stays dead in silence after others: we always do.
    retry: { retries: 3, initialRetryTime: 100, restartOnFailure: async () => false },
  });

/** For kafkajs, which reads on behind it, and for tools that show how far groups are. */
export async function noteProgress(
  { batch, resolveOffset, commitOffsetsIfNecessary, heartbeat }: EachBatchPayload,
  chunk: readonly KafkaMessage[],
): Promise<void> {
  const offset = chunk.at(-1)?.offset;
  if (offset === undefined) return;
  resolveOffset(offset);
  const next = (BigInt(offset) + 1n).toString();
  const partitions = [{ partition: batch.partition, offset: next }];
  await commitOffsetsIfNecessary({ topics: [{ topic: batch.topic, partitions }] });
  await heartbeat();
}
