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
import type { LogTrouble } from '@minh-bach/contracts';
import { isDomainError, type Clock } from '@minh-bach/kernel';

/** As a key beside names of streams, which all have a dot. */
const [ANSWERS, APPENDS] = ['answers', 'appends'];
/** As many streams are told of; one that is left out is told of when another is whole again. */
const MOST = 100;

/** The log, and what an operator must know of it: what it last answered, to whom a service spoke. */
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
    // Read from its first event on, it is whole.
    if (isWhole(options) && ofStreams.includes(this.#troubles.get(stream)?.code ?? ''))
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
      // Whether it takes appends is open again when it is back.
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
    if (known === undefined && this.#troubles.size >= MOST) return;
    const since = known?.code === code ? known.since : this.clock.now().toISOString();
    this.#troubles.set(key, { code, reason, stream, since });
  }
}

const ofAppends = ['APPEND_AMBIGUOUS', 'STORE_UNAVAILABLE'];
const ofStreams = ['STREAM_TRUNCATED', 'STREAM_DELETED'];

const isWhole = ({ from, limit, direction }: ReadStreamOptions = {}): boolean =>
  from === undefined && limit === undefined && direction !== 'backwards';

/** What is larger than our own limit is answered to the person; no operator can mend it. */
const isTooLargeForTheServer = (error: unknown): boolean =>
  isDomainError(error, 'APPEND_TOO_LARGE') && error.details['limit'] !== MAX_APPEND_BYTES;
