import { Partitioners, type Producer, type ProducerConfig } from 'kafkajs';
import { defaultBackoff, pause, waitBefore, type Backoff } from '../backoff.ts';
import type { WireMessage } from './wire.ts';

/** What is used of kafkajs. */
export interface ProducerSource {
  producer(config: ProducerConfig): Pick<Producer, 'connect' | 'send' | 'disconnect'>;
}

type OneProducer = ReturnType<ProducerSource['producer']>;

export interface TopicProducerOptions {
  readonly kafka: ProducerSource;
  readonly topic: string;
  readonly partitions: number;
  /** By partition, the offset behind what was acknowledged before. */
  readonly ends?: ReadonlyMap<number, bigint>;
  readonly backoff?: Backoff;
  /** A `send` failed; it is tried again. */
  readonly onFailure?: (error: unknown) => void;
}

const MAX_BATCH = 200;
const MAX_BATCH_BYTES = 512 * 1024;

/** What was sent lay further on than what is sent now: it is gone. */
export class TopicMadeAnew extends Error {
  constructor(topic: string, partition: number) {
    super(`partition ${partition} of ${topic} ends before what was sent to it`);
  }
}

/**
 * Puts messages into one topic and believes only an answer that names the partition.
 *
 * kafkajs resolves a `send` over several partitions although one of them got lost when its broker
 * died (tulios/kafkajs#1303): hence one `send` per partition, one in flight on each, its answer
 * checked. And an idempotent producer that gave up reuses a sequence number, so that the broker may
 * take another batch for the old one: hence a new producer after each failure.
 */
export class TopicProducer {
  readonly #options: TopicProducerOptions;
  /** The same for ever, as long as the topic keeps its number of partitions. */
  readonly partitionOf: (key: string) => number;
  readonly #ends: Map<number, bigint>;
  #producer: Promise<OneProducer> | undefined;

  constructor(options: TopicProducerOptions) {
    this.#options = options;
    this.#ends = new Map(options.ends);
    this.partitionOf = stablePartitioner(options.topic, options.partitions);
  }

  /**
   * Resolves when every message is acknowledged by all in-sync replicas.
   *
   * @returns by partition, the offset behind the last of them
   * @throws TopicMadeAnew, or when aborted
   */
  async produce(
    messages: readonly WireMessage[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<number, bigint>> {
    const lanes = new Map<number, WireMessage[]>();
    for (const message of messages) {
      const partition = this.partitionOf(message.key);
      const lane = lanes.get(partition) ?? [];
      lanes.set(partition, lane);
      lane.push(message);
    }
    const work = [...lanes].map(async ([partition, lane]) => {
      for (const batch of batches(lane)) {
        const begin = await this.#send(partition, batch, signal);
        if (begin < (this.#ends.get(partition) ?? 0n))
          throw new TopicMadeAnew(this.#options.topic, partition);
        this.#ends.set(partition, begin + BigInt(batch.length));
      }
    });
    const failure = (await Promise.allSettled(work)).find((r) => r.status === 'rejected');
    if (failure) throw failure.reason;
    return new Map([...lanes.keys()].map((partition) => [partition, this.#ends.get(partition)!]));
  }

  async close(): Promise<void> {
    const producer = this.#producer;
    this.#producer = undefined;
    await (await producer?.catch(() => undefined))?.disconnect();
  }

  /**
   * The same batch until it is acknowledged: what comes after it must not overtake it.
   *
   * @returns its first offset
   */
  async #send(partition: number, batch: WireMessage[], signal: AbortSignal): Promise<bigint> {
    const { topic, backoff = defaultBackoff, onFailure } = this.#options;
    for (let attempt = 0; ; attempt += 1) {
      signal.throwIfAborted();
      const producer = (this.#producer ??= this.#connect());
      try {
        const answers = await (
          await producer
        ).send({ topic, acks: -1, messages: batch.map((message) => ({ ...message, partition })) });
        const [answer] = answers;
        if (answers.length === 1 && answer?.partition === partition && answer.errorCode === 0)
          return BigInt(answer.baseOffset ?? 0);
        throw new Error(`the answer does not name partition ${partition} of ${topic}`);
      } catch (error) {
        onFailure?.(error);
        this.#drop(producer);
        await pause(waitBefore(attempt, backoff), signal);
      }
    }
  }

  async #connect(): Promise<OneProducer> {
    const producer = this.#options.kafka.producer({
      idempotent: true,
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      // We try again ourselves, with a new producer.
      retry: { retries: 4, initialRetryTime: 100, maxRetryTime: 2_000 },
    });
    await producer.connect();
    return producer;
  }

  #drop(producer: Promise<OneProducer>): void {
    if (this.#producer === producer) this.#producer = undefined;
    // Other partitions may still be in flight on it: they fail, and are sent again on the new one.
    producer.then((p) => p.disconnect()).catch(() => undefined);
  }
}

/** murmur2 of the key, as every Kafka client does. */
function stablePartitioner(topic: string, partitions: number): (key: string) => number {
  const partitionMetadata = Array.from({ length: partitions }, (_, partitionId) => ({
    partitionId,
    leader: 0,
    partitionErrorCode: 0,
    replicas: [],
    isr: [],
  }));
  const partitioner = Partitioners.DefaultPartitioner();
  return (key) => partitioner({ topic, partitionMetadata, message: { key, value: null } });
}

function* batches(lane: readonly WireMessage[]): Generator<WireMessage[]> {
  let batch: WireMessage[] = [];
  let bytes = 0;
  for (const message of lane) {
    const full = batch.length === MAX_BATCH || bytes + message.value.length > MAX_BATCH_BYTES;
    if (full && batch.length > 0) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(message);
    bytes += message.value.length;
  }
  if (batch.length > 0) yield batch;
}
