import type { StoredEvent, SubscriptionMessage } from '@minh-bach/event-store';
import { isDomainError } from '@minh-bach/kernel';
import { pause, waitBefore } from '../backoff.ts';
import { chunks } from '../chunks.ts';
import type { Contracts } from '../contracts.ts';
import { Health } from '../health.ts';
import type { Inbox } from '../inbox/inbox.ts';
import type { Sweeper } from '../inbox/sweeper.ts';
import type { Consumer, Incoming, Publication } from '../messaging.ts';
import { toMessages, type EventLog } from '../translation.ts';

export interface EmbeddedConsumerOptions {
  readonly group: string;
  readonly store: EventLog;
  readonly publications: readonly Publication[];
  readonly contracts: Contracts;
  readonly inbox: Inbox;
  readonly sweeper: Sweeper;
  readonly stuckAfterMs?: number;
}

/** Events worked on at once; the only buffer between the log and the handlers. */
const CHUNK = 100;
/** So often a position is kept while nothing for the group comes by: less is only read again. */
const SAVE_MS = 1_000;

/** Of a checkpoint that cannot be this log's, no other try makes one. */
const fatal = ['CHECKPOINT_AHEAD', 'FOREIGN_POSITION'];

/**
 * Follows the log from the group's checkpoint. A failure that may pass stops the whole group, with
 * back-off, and keeps the order; what cannot pass parks its stream in the inbox.
 */
export class EmbeddedConsumer implements Consumer {
  readonly group: string;
  readonly #options: EmbeddedConsumerOptions;
  readonly #topics: readonly string[];
  readonly #health: Health;
  readonly #stopping = new AbortController();
  readonly #running: Promise<void>;
  #savedAt = 0;

  constructor(options: EmbeddedConsumerOptions) {
    this.group = options.group;
    this.#options = options;
    this.#topics = options.publications.map(({ topic }) => topic);
    this.#health = new Health(`consumer ${options.group}`, options.stuckAfterMs);
    options.sweeper.start();
    this.#running = this.#run();
  }

  check(): void {
    this.#health.check();
  }

  /** The log is what it follows: nobody stands between. */
  lateSince(): undefined {
    return undefined;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all([this.#running, this.#options.sweeper.stop()]);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      try {
        await this.#follow(() => (attempt = 0));
        if (!signal.aborted) throw new Error('the subscription ended');
      } catch (error) {
        if (signal.aborted) return;
        const { inbox } = this.#options;
        inbox.observe({ kind: 'failing', who: this.group, error });
        if (fatal.some((code) => isDomainError(error, code))) return this.#health.died(error);
        this.#health.failed(error);
        await pause(waitBefore(attempt, inbox.backoff), signal);
      }
    }
  }

  /** From the checkpoint on, until something fails or it is told to stop. */
  async #follow(onSuccess: () => void): Promise<void> {
    const { store, inbox, publications } = this.#options;
    const leaving = new AbortController();
    const signal = AbortSignal.any([leaving.signal, this.#stopping.signal]);
    const after = await inbox.store.position(this.#topics);
    const subscription = store.subscribe({
      prefixes: publications.map((p) => p.streamPrefix),
      signal,
      ...(after !== undefined && { after }),
    });
    try {
      for await (const chunk of chunks(subscription, { size: CHUNK })) {
        await this.#take(chunk);
        this.#health.succeeded();
        onSuccess();
        if (signal.aborted) return;
      }
    } finally {
      leaving.abort();
    }
  }

  async #take(chunk: readonly SubscriptionMessage[]): Promise<void> {
    const { inbox, sweeper } = this.#options;
    const messages = await this.#translate(
      chunk.flatMap((item) => (item.kind === 'event' ? [item.event] : [])),
    );
    if (messages.length > 0) {
      this.#health.working();
      await inbox.process(messages, () => {
        this.#health.working();
        return !this.#stopping.signal.aborted;
      });
      sweeper.wake();
    }
    const last = chunk.at(-1);
    if (!last || (messages.length === 0 && performance.now() - this.#savedAt < SAVE_MS)) return;
    await inbox.store.savePosition(this.#topics, positionOf(last));
    this.#savedAt = performance.now();
  }

  /** The inbox knows what came before: what it has seen of a stream was relayed to it. */
  async #translate(events: readonly StoredEvent[]): Promise<readonly Incoming[]> {
    if (events.length === 0) return [];
    const { inbox, publications, contracts } = this.#options;
    const states = await inbox.store.load([...new Set(events.map((event) => event.stream))]);
    const relayed = new Map<string, number>();
    for (const [stream, { last, queuedTo }] of states) {
      const upTo = Math.max(last, queuedTo ?? -1);
      if (upTo >= 0) relayed.set(stream, upTo);
    }
    return toMessages(events, publications, contracts, relayed);
  }
}

const positionOf = (item: SubscriptionMessage): string =>
  item.kind === 'event' ? item.event.position : item.position;
