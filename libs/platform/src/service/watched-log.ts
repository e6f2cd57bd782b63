import type { LogTrouble } from '@minh-bach/contracts';
import {
  MAX_APPEND_BYTES,
  type AppendResult,
  type EventData,
  type EventStore,
  type ExpectedRevision,
  type Position,
  type ReadAllOptions,
  type ReadStreamOptions,
  type StoredEvent,
  type SubscribeOptions,
  type SubscriptionMessage,
} from '@minh-bach/event-store';
import { isDomainError, type Clock } from '@minh-bach/kernel';

/** Keys of what is about the whole log. No stream is called so: names of streams have a dot. */
const [ANSWERS, APPENDS] = ['answers', 'appends'];
/** Bounds the memory. A trouble that is left out is noted at its next error, once another one is over. */
const MOST_TROUBLES = 100;

/** The log of a service, which notes what an operator must know: what failed last, and is not over yet. */
export class WatchedLog implements EventStore {
  readonly #troubles = new Map<string, LogTrouble>();

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  /** What is wrong as far as this process has seen; nothing where all is well. */
  get troubles(): readonly LogTrouble[] {
    return [...this.#troubles.values()];
  }

  async append(
    stream: string,
    events: readonly EventData[],
    expected: ExpectedRevision,
  ): Promise<AppendResult> {
    try {
      const appended = await this.store.append(stream, events, expected);
      for (const key of [APPENDS, stream]) this.#troubles.delete(key);
      return appended;
    } catch (error) {
      if (ofAppends.some((code) => isDomainError(error, code))) this.#note(APPENDS, error);
      if (isTooLargeForTheServer(error)) this.#note(stream, error, stream);
      this.#noteStream(error, stream);
      throw error;
    }
  }

  async *readStream(stream: string, options?: ReadStreamOptions): AsyncIterable<StoredEvent> {
    try {
      yield* this.store.readStream(stream, options);
    } catch (error) {
      this.#noteStream(error, stream);
      throw error;
    }
    // Only a read from the first event to the last shows that none is missing.
    if (readsAll(options) && ofStreams.includes(this.#troubles.get(stream)?.code ?? ''))
      this.#troubles.delete(stream);
  }

  readAll(options?: ReadAllOptions): AsyncIterable<StoredEvent> {
    return this.store.readAll(options);
  }

  subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionMessage> {
    return this.store.subscribe(options);
  }

  head(): Promise<Position> {
    return this.store.head();
  }

  async ping(): Promise<void> {
    try {
      await this.store.ping();
      this.#troubles.delete(ANSWERS);
    } catch (error) {
      this.#note(ANSWERS, error);
      // When it answers again, only a new append tells whether it takes them.
      this.#troubles.delete(APPENDS);
      throw error;
    }
  }

  close(): Promise<void> {
    return this.store.close();
  }

  #noteStream(error: unknown, stream: string): void {
    if (ofStreams.some((code) => isDomainError(error, code))) this.#note(stream, error, stream);
  }

  #note(key: string, error: unknown, stream: string | null = null): void {
    const code = isDomainError(error) ? error.code : 'STORE_UNAVAILABLE';
    const given = isDomainError(error) ? error.details['reason'] : undefined;
    const reason = typeof given === 'string' ? given : null;
    const known = this.#troubles.get(key);
    if (known === undefined && this.#troubles.size >= MOST_TROUBLES) return;
    const since = known?.code === code ? known.since : this.clock.now().toISOString();
    this.#troubles.set(key, { code, reason, stream, since });
  }
}

const ofAppends = ['APPEND_AMBIGUOUS', 'STORE_UNAVAILABLE'];
const ofStreams = ['STREAM_TRUNCATED', 'STREAM_DELETED'];

const readsAll = ({ from, limit, direction }: ReadStreamOptions = {}): boolean =>
  from === undefined && limit === undefined && direction !== 'backwards';

/** What is larger than our own limit is the sender's to mend, not an operator's. */
const isTooLargeForTheServer = (error: unknown): boolean =>
  isDomainError(error, 'APPEND_TOO_LARGE') && error.details['limit'] !== MAX_APPEND_BYTES;
