/**
 * The port to the log: what PostgreSQL and EventStoreDB can both keep, and no more.
 *
 * It carries bytes. What an event means, its envelope and its seals are the kernel's and the
 * vault's; here the same bytes come back in the same order, for ever.
 */
export interface EventStore {
  /**
   * Durable when it resolves. All events of one call land together, in order, or none does.
   *
   * Idempotent when `expected` is `none` or exact: the same ids with the same bytes get the first
   * answer again, whatever was appended since. `any` promises no idempotence.
   *
   * @throws DomainError `WRONG_EXPECTED_REVISION` {stream, expected, actual}: actual is `none` without a stream
   * @throws DomainError `ID_CONFLICT` {stream, id}: known ids with other bytes, in another order, or with new ones behind
   * @throws DomainError `EVENT_ID_TWICE`, `EMPTY_APPEND`, `APPEND_TOO_LARGE`, `APPEND_MALFORMED`: refused before it leaves
   * @throws DomainError `APPEND_AMBIGUOUS`: it may or may not be stored; repeat with the same ids and bytes
   * @throws DomainError `STORE_UNAVAILABLE`: it is certainly not stored
   * @throws DomainError `STREAM_TRUNCATED`, `STREAM_DELETED` {stream}: as for `readStream`
   */
  append(
    stream: string,
    events: readonly EventData[],
    expected: ExpectedRevision,
  ): Promise<AppendResult>;

  /**
   * In order of revision (or backwards); nothing when there is no such stream.
   *
   * @throws DomainError `STREAM_TRUNCATED`, `STREAM_DELETED` {stream}: somebody has taken events away, past
   *   this port; an operator has to act
   */
  readStream(stream: string, options?: ReadStreamOptions): AsyncIterable<StoredEvent>;

  /** In log order, from after a position. Ends at the head as it was when reached. */
  readAll(options?: ReadAllOptions): AsyncIterable<StoredEvent>;

  /**
   * Catch-up, then live, without end until `signal` aborts. Skips nothing, and repeats nothing
   * after its checkpoint. Survives the death of the server by itself.
   *
   * @throws DomainError `CHECKPOINT_AHEAD`: the log is shorter than the checkpoint (a restored backup)
   * @throws DomainError `FOREIGN_POSITION`: the checkpoint is of another log
   * @throws DomainError `LOG_WENT_BACK`: events that were given are gone, since the server forgot them in
   *   a crash; subscribe again from a checkpoint that was stored in the same server
   */
  subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionMessage>;

  /** Position of the last event, or of the start of an empty log. */
  head(): Promise<Position>;

  /**
   * Whether the store answers now, and is the same log; for readiness.
   *
   * @throws DomainError `STORE_UNAVAILABLE` {reason}
   * @throws DomainError `FOREIGN_LOG` {log, expected}: another log answers in its place
   */
  ping(): Promise<void>;

  close(): Promise<void>;
}

/** An engine that takes appends of different streams in one transaction, at positions in their order. */
export interface AppendsInOrder {
  /**
   * For who appends alone, and asks again one by one where it fails: what then landed is answered again.
   *
   * @param appends of different streams, few enough for one batch: `MAX_TOGETHER_EVENTS`, `MAX_TOGETHER_BYTES`
   * @throws when not all are durable for certain
   */
  appendInOrder(appends: readonly OneAppend[]): Promise<void>;
}

export interface OneAppend {
  readonly stream: string;
  readonly events: readonly EventData[];
  readonly expected: ExpectedRevision;
}

export const MAX_TOGETHER_EVENTS = 1_000;
export const MAX_TOGETHER_BYTES = 4 * 1024 * 1024;

/** `any` where no decision depends on the stream's state. */
export type ExpectedRevision = 'none' | 'any' | number;

/** Opaque: the log's id and a place in it. Compare with `comparePositions`, never subtract. */
export type Position = string;

export interface EventData {
  /** UUID in lower case, unique within its stream. */
  readonly id: string;
  readonly type: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface StoredEvent extends EventData {
  readonly stream: string;
  /** From 0, without gaps. */
  readonly revision: number;
  readonly position: Position;
}

export interface AppendResult {
  /** Revision of the last event of the append. */
  readonly revision: number;
  /** Position of the last event of the append. */
  readonly position: Position;
}

export interface ReadStreamOptions {
  /** First revision to read; default the first (backwards: the last). */
  readonly from?: number;
  readonly direction?: 'forwards' | 'backwards';
  readonly limit?: number;
}

/** Streams whose names start with one of these, each with a dot in it or behind it; default all. */
export interface StreamFilter {
  readonly prefixes?: readonly string[];
}

export interface ReadAllOptions extends StreamFilter {
  readonly after?: Position;
  readonly limit?: number;
}

export interface SubscribeOptions extends StreamFilter {
  readonly after?: Position;
  readonly signal: AbortSignal;
  /** How many events are read at once. @default 500 */
  readonly batchSize?: number;
}

export type SubscriptionMessage =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  /** All matching events up to here have been given. */
  | { readonly kind: 'checkpoint'; readonly position: Position }
  /** The head was reached; said again each time after falling behind. */
  | { readonly kind: 'caughtUp'; readonly position: Position };

/** Sum of type, data, metadata and stream name, in bytes. `log.append` in schema.sql holds events to it. */
export const MAX_APPEND_BYTES = 1024 * 1024;
