import { setTimeout as delay } from 'node:timers/promises';
import type { Consumer as KafkaJsConsumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import { pause, waitBefore } from '../backoff.ts';
import { Health } from '../health.ts';
import { Interrupted, type Inbox } from '../inbox/inbox.ts';
import type { RawMessage } from '../inbox/inbox-store.ts';
import type { Sweeper } from '../inbox/sweeper.ts';
import type { Consumer, Message } from '../messaging.ts';
import { memberOf, noteProgress } from './group-member.ts';
import { LeftGroup, withHeartbeats } from './heartbeats.ts';
import type { Lateness } from './lateness.ts';
import { Reader } from './reader.ts';
import { ReadingPlaces } from './reading-places.ts';
import { macOf } from './wire.ts';

export interface KafkaConsumerOptions {
  readonly kafka: Kafka;
  readonly group: string;
  readonly topics: readonly string[];
  readonly inbox: Inbox;
  readonly sweeper: Sweeper;
  readonly lateness: Pick<Lateness, 'since' | 'stop'>;
  /** @throws DomainError when it cannot be read */
  readonly read: (raw: RawMessage) => Message;
  readonly stuckAfterMs?: number;
  /** @default 10000 */
  readonly sessionTimeoutMs?: number;
}

/** Messages between two notes of progress; the only buffer beside kafkajs's own fetch. */
const CHUNK = 50;
const HEARTBEAT_EVERY_MS = 1_000;
const LEAVES_WITHIN_MS = 10_000;
const SETTLED_AFTER_MS = 10_000;

/**
 * Follows topics as a member of a consumer group. Whatever ends kafkajs's consumer, it is thrown
 * away and a new one is made; when none gets through for too long, liveness falls.
 */
export class KafkaConsumer implements Consumer {
  readonly group: string;
  readonly #options: KafkaConsumerOptions;
  readonly #health: Health;
  readonly #stopping = new AbortController();
  readonly #running: Promise<void>;
  readonly #resuming = new Set<NodeJS.Timeout>();
  readonly #attempts = new Map<string, number>();
  readonly #places: ReadingPlaces;
  readonly #reader: Reader;

  constructor(options: KafkaConsumerOptions) {
    this.group = options.group;
    this.#options = options;
    this.#health = new Health(`consumer ${options.group}`, options.stuckAfterMs);
    this.#places = new ReadingPlaces(options.inbox.store.places, (from, to) =>
      options.inbox.observe({ kind: 'missing', group: this.group, from, to }),
    );
    this.#reader = new Reader(options.inbox, options.read);
    options.sweeper.start();
    this.#running = this.#run();
  }

  check(): void {
    this.#health.check();
  }

  lateSince(): Date | undefined {
    return this.#options.lateness.since();
  }

  async stop(): Promise<void> {
    const { sweeper, lateness } = this.#options;
    this.#stopping.abort();
    this.#clearTimers();
    await Promise.all([this.#running, sweeper.stop(), lateness.stop()]);
  }

  /** One kafkajs consumer after the other. */
  async #run(): Promise<void> {
    const { inbox } = this.#options;
    const { signal } = this.#stopping;
    this.#health.heard();
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      const begun = performance.now();
      try {
        await this.#live();
      } catch (error) {
        this.#health.failed(error);
        inbox.observe({ kind: 'failing', who: this.group, error });
      }
      if (performance.now() - begun > inbox.backoff.maxMs) attempt = 0;
      await pause(waitBefore(attempt, inbox.backoff), signal);
    }
  }

  /** Resolves when it is told to stop, rejects when kafkajs gives up or falls silent. */
  async #live(): Promise<void> {
    const over = new AbortController();
    const { kafka, sessionTimeoutMs = 10_000 } = this.#options;
    const consumer = memberOf(kafka, this.group, sessionTimeoutMs);
    const ended = this.#endOf(consumer, over.signal);
    ended.catch(() => undefined);
    let leavesWithinMs = 0;
    const joined = this.#join(consumer, over.signal).then(() => {
      leavesWithinMs = LEAVES_WITHIN_MS;
      return ended;
    });
    try {
      // A group may keep a new member waiting for a minute: a stop does not wait with it.
      await Promise.race([ended, joined]);
    } finally {
      over.abort();
      const disconnected = consumer.disconnect().catch(() => undefined);
      // One that hangs is left behind: its batches see that it is over.
      await Promise.race([disconnected, delay(leavesWithinMs, undefined, { ref: false })]);
    }
  }

  /** One that is over meanwhile leaves again: kafkajs forgets what it is told before it has joined. */
  async #join(consumer: KafkaJsConsumer, over: AbortSignal): Promise<void> {
    await consumer.connect();
    await consumer.subscribe({ topics: [...this.#options.topics], fromBeginning: true });
    if (!over.aborted) await this.#consume(consumer, over);
    if (over.aborted) await consumer.disconnect();
  }

  async #consume(consumer: KafkaJsConsumer, over: AbortSignal): Promise<void> {
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 3,
      eachBatch: (payload) => this.#batch(consumer, payload, over),
    });
  }

  #endOf(consumer: KafkaJsConsumer, over: AbortSignal): Promise<void> {
    const { CRASH, STOP, DISCONNECT, END_BATCH_PROCESS, FETCH, GROUP_JOIN } = consumer.events;
    const begun = performance.now();
    consumer.on(FETCH, () => {
      this.#health.heard();
      // One that dies again and again as soon as it lives is not well.
      if (performance.now() - begun > SETTLED_AFTER_MS) this.#noteWell();
    });
    return new Promise((resolve, reject) => {
      consumer.on(GROUP_JOIN, ({ payload }) => {
        this.#health.heard();
        // The partitions that failed may be another member's now.
        this.#attempts.clear();
        this.#clearTimers();
        this.#begin(consumer, payload.memberAssignment, over).catch(reject);
      });
      consumer.on(END_BATCH_PROCESS, ({ payload }) => {
        // kafkajs hands no batch on in which it finds nothing but ends of transactions.
        if (payload.batchSize === 0) this.#places.passed(payload, payload.lastOffset).catch(reject);
      });
      const watch = setInterval(() => {
        if (this.#health.silent) reject(new Error('kafkajs is silent'));
      }, 1_000).unref();
      over.addEventListener('abort', () => clearInterval(watch), { once: true });
      this.#stopping.signal.addEventListener('abort', () => resolve(), { once: true });
      consumer.on(CRASH, ({ payload }) => reject(payload.error));
      consumer.on(STOP, () => reject(new Error('kafkajs stopped')));
      consumer.on(DISCONNECT, () => reject(new Error('kafkajs disconnected')));
    });
  }

  /** Nothing is read of what was given before it is known where to begin. */
  async #begin(
    consumer: KafkaJsConsumer,
    given: Readonly<Record<string, number[]>>,
    over: AbortSignal,
  ): Promise<void> {
    const partitions = Object.entries(given).map(([topic, of]) => ({ topic, partitions: of }));
    consumer.pause(partitions);
    const seeks = await this.#places.find(given);
    if (!seeks || over.aborted) return;
    for (const seek of seeks) consumer.seek(seek);
    consumer.resume(partitions);
  }

  async #batch(
    consumer: KafkaJsConsumer,
    payload: EachBatchPayload,
    over: AbortSignal,
  ): Promise<void> {
    const { batch, heartbeat, isRunning, isStale } = payload;
    const { topic, partition } = batch;
    const goesOn = () =>
      isRunning() && !isStale() && !over.aborted && !this.#stopping.signal.aborted;
    if (!goesOn()) return;
    const following = this.#places.following(batch, batch.messages);
    if (following?.seek) consumer.seek(following.seek);
    if (!following || following.seek) return;
    const { known, messages } = following;
    if (known !== undefined) payload.resolveOffset(known);
    for (let from = 0; from < messages.length && goesOn(); from += CHUNK) {
      const chunk = messages.slice(from, from + CHUNK);
      try {
        await withHeartbeats(heartbeat, HEARTBEAT_EVERY_MS, (wanted) =>
          this.#take(topic, partition, chunk, () => wanted() && goesOn()),
        );
        await this.#places.taken(batch, chunk);
      } catch (error) {
        if (error instanceof Interrupted) return;
        if (error instanceof LeftGroup) throw error.cause;
        return this.#pausePartition(payload, error);
      }
      this.#attempts.delete(`${topic}/${partition}`);
      await noteProgress(payload, chunk);
      this.#health.heard();
      this.#noteWell();
    }
    // kafkajs goes on behind the end of a transaction that lies last, and hands it to nobody.
    if (goesOn()) await this.#places.passed(batch, batch.lastOffset());
  }

  /** When no partition fails any more, not when another one gets on. */
  #noteWell(): void {
    if (this.#attempts.size === 0) this.#health.succeeded();
  }

  async #take(
    topic: string,
    partition: number,
    chunk: readonly KafkaMessage[],
    proceed: () => boolean,
  ): Promise<void> {
    const { inbox, sweeper } = this.#options;
    const messages: Message[] = [];
    for (const { offset, key, value, headers } of chunk) {
      const mac = macOf(headers);
      const message = await this.#reader.read({ topic, partition, offset, key, value, mac });
      if (message) messages.push(message);
    }
    await inbox.process(messages, proceed);
    sweeper.wake();
  }

  /** The others go on; this one comes again from where it was resolved last. */
  #pausePartition({ batch, pause: pauseIt }: EachBatchPayload, error: unknown): void {
    const { inbox } = this.#options;
    const name = `${batch.topic}/${batch.partition}`;
    const attempt = this.#attempts.get(name) ?? 0;
    this.#attempts.set(name, attempt + 1);
    this.#health.failed(error);
    inbox.observe({ kind: 'failing', who: `${this.group} ${name}`, error });
    const resume = pauseIt();
    const timer = setTimeout(
      () => {
        this.#resuming.delete(timer);
        resume();
      },
      waitBefore(attempt, inbox.backoff),
    );
    this.#resuming.add(timer);
  }

  #clearTimers(): void {
    for (const timer of this.#resuming) clearTimeout(timer);
    this.#resuming.clear();
  }
}
