import { isDomainError } from '@minh-bach/kernel';
import type { Kafka } from 'kafkajs';
import type { ClientConfig } from 'pg';
import { defaultBackoff, pause, waitBefore, type Backoff } from '../backoff.ts';
import { chunks } from '../chunks.ts';
import type { Contracts } from '../contracts.ts';
import { Health } from '../health.ts';
import type { MessageAuthentication } from '../kafka/message-authentication.ts';
import { TopicEnds, isKept } from '../kafka/topic-ends.ts';
import { TopicProducer } from '../kafka/topic-producer.ts';
import { partitionsOf } from '../kafka/topics.ts';
import type { Drains, Publication } from '../messaging.ts';
import { observeNothing, type Observe } from '../observe.ts';
import type { EventLog } from '../translation.ts';
import { Forwarder } from './forwarder.ts';
import { RelayLease } from './relay-state.ts';

export interface RelayOptions {
  readonly publication: Publication;
  readonly store: EventLog;
  readonly kafka: Kafka;
  /** Where lease and checkpoint are kept; a connection of its own. */
  readonly database: ClientConfig;
  readonly authentication: MessageAuthentication;
  /** @default the integration events of `contracts` */
  readonly contracts?: Contracts;
  readonly observe?: Observe;
  readonly backoff?: Backoff;
  /** How often one that stands by asks for the lease, in milliseconds. @default 1000 */
  readonly leaseEveryMs?: number;
  /** How often it looks for parked streams to try again, in milliseconds. @default 1000 */
  readonly retryEveryMs?: number;
  /** How often it looks whether what was sent is still there, in milliseconds. @default 5000 */
  readonly lookEveryMs?: number;
  /** @default 60000 */
  readonly stuckAfterMs?: number;
}

const CHUNK = 500;
/** A partition's new leader may not know for a moment how far all replicas are. */
const LOOKS = 5;

/**
 * Puts a service's events, as the outside may see them, into its topic. The log is the outbox: the
 * checkpoint moves when all before it is acknowledged, so what was not is sent again, and what was
 * sent twice is dropped by the consumers. Where what was sent is gone from the topic, all is sent once
 * more. Of several, one is active; the others stand by. A stream
 * with an event that cannot be translated is parked, until `redrive`; the others go on.
 */
export class Relay implements Drains {
  readonly #options: RelayOptions;
  readonly #health: Health;
  readonly #stopping = new AbortController();
  readonly #running: Promise<void>;
  #active = false;

  constructor(options: RelayOptions) {
    this.#options = options;
    this.#health = new Health(`relay ${options.publication.topic}`, options.stuckAfterMs);
    this.#running = this.#run();
  }

  /** Whether this one holds the lease. */
  get active(): boolean {
    return this.#active;
  }

  check(): void {
    this.#health.check();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { backoff = defaultBackoff, leaseEveryMs = 1_000 } = this.#options;
    const { signal } = this.#stopping;
    let attempt = 0;
    const worked = () => {
      attempt = 0;
      this.#health.succeeded();
    };
    while (!signal.aborted) {
      try {
        await this.#relayWhileLeased(worked);
        worked();
        await pause(leaseEveryMs, signal);
      } catch (error) {
        if (signal.aborted) return;
        this.#failed(error);
        if (isDomainError(error, 'CHECKPOINT_AHEAD') || isDomainError(error, 'FOREIGN_POSITION'))
          return this.#health.died(error);
        await pause(waitBefore(attempt, backoff), signal);
        attempt += 1;
      }
    }
  }

  /** Resolves at once when another one holds the lease. */
  async #relayWhileLeased(worked: () => void): Promise<void> {
    const { publication, database, kafka } = this.#options;
    const { topic } = publication;
    const lease = await RelayLease.tryTake(database, topic);
    if (!lease) return;
    this.#active = true;
    const leaving = new AbortController();
    const ends = new TopicEnds(kafka);
    const signal = AbortSignal.any([leaving.signal, lease.lost, this.#stopping.signal]);
    try {
      const partitions = await partitionsOf(kafka, topic);
      await this.#sendAgainWhatIsGone(lease, ends, signal);
      const onFailure = (error: unknown) => this.#failed(error);
      const { backoff = defaultBackoff } = this.#options;
      const sent = [...(await lease.ends())].map(
        ([partition, { high }]) => [partition, high] as const,
      );
      const producer = new TopicProducer({
        ...{ kafka, topic, partitions, backoff, onFailure },
        ends: new Map(sent),
      });
      try {
        const looking = this.#look(lease, ends, leaving);
        try {
          await this.#follow(lease, producer, signal, worked);
        } finally {
          leaving.abort();
          await ends.close();
          await looking;
        }
      } finally {
        await producer.close();
      }
    } finally {
      leaving.abort();
      await ends.close();
      this.#active = false;
      await lease.release();
    }
  }

  /** Only before anything is sent: what is forgotten must not be noted again by what goes on. */
  async #sendAgainWhatIsGone(
    lease: RelayLease,
    ends: TopicEnds,
    signal: AbortSignal,
  ): Promise<void> {
    const { observe = observeNothing, publication, lookEveryMs = 5_000 } = this.#options;
    for (let look = 1; !signal.aborted; look += 1) {
      const before = await lease.ends();
      const found = await ends.of(publication.topic);
      if (isKept(before, found)) return lease.noteEnds(found);
      if (look === LOOKS) {
        observe({ kind: 'gone', topic: publication.topic });
        await lease.forget();
        return lease.noteEnds(found);
      }
      await pause(lookEveryMs, signal);
    }
  }

  /** Where what was sent is gone, it begins anew. */
  async #look(lease: RelayLease, ends: TopicEnds, leaving: AbortController): Promise<void> {
    const { publication, lookEveryMs = 5_000, observe = observeNothing } = this.#options;
    const signal = AbortSignal.any([leaving.signal, lease.lost, this.#stopping.signal]);
    while (!signal.aborted) {
      await pause(lookEveryMs, signal);
      if (signal.aborted) return;
      try {
        // Asked first: what is sent meanwhile need not lie there yet.
        const before = await lease.ends();
        const found = await ends.of(publication.topic);
        if (isKept(before, found)) await lease.noteEnds(found);
        else leaving.abort();
      } catch (error) {
        // Of health it says nothing: it is the sending that must get on.
        if (!signal.aborted) observe({ kind: 'failing', who: `relay ${publication.topic}`, error });
      }
    }
  }

  async #follow(
    lease: RelayLease,
    producer: TopicProducer,
    signal: AbortSignal,
    worked: () => void,
  ): Promise<void> {
    const forwarder = await Forwarder.create(this.#options, lease, producer, signal);
    const retrying = this.#retryParked(forwarder, signal);
    try {
      await this.#forward(forwarder, lease, signal, worked);
    } finally {
      forwarder.close();
      await retrying;
    }
    if (!this.#stopping.signal.aborted) throw new Error('lease or subscription lost');
  }
  async #forward(
    forwarder: Forwarder,
    lease: RelayLease,
    signal: AbortSignal,
    worked: () => void,
  ): Promise<void> {
    const { publication, store } = this.#options;
    const after = await lease.position();
    const prefixes = [publication.streamPrefix];
    const log = store.subscribe({ prefixes, signal, ...(after !== undefined && { after }) });
    for await (const chunk of chunks(log, { size: CHUNK })) {
      await forwarder.forward(chunk);
      worked();
      if (signal.aborted) break;
    }
  }

  async #retryParked(forwarder: Forwarder, signal: AbortSignal): Promise<void> {
    const { retryEveryMs = 1_000 } = this.#options;
    const over = AbortSignal.any([signal, forwarder.closed]);
    while (!over.aborted) {
      await pause(retryEveryMs, over);
      if (!over.aborted) await forwarder.retryDue().catch((error: unknown) => this.#failed(error));
    }
  }

  #failed(error: unknown): void {
    const { observe = observeNothing, publication } = this.#options;
    this.#health.failed(error);
    observe({ kind: 'failing', who: `relay ${publication.topic}`, error });
  }
}

/** Begins to relay, or to stand by. */
export const startRelay = (options: RelayOptions): Relay => new Relay(options);
