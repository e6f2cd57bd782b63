import type { EventData } from '../event-store.ts';

/**
 * What this adapter asks of EventStoreDB, in that engine's own words and with its own oddities
 * (recordings/). `db-client.engine.ts` keeps it; that file is all that a successor has to replace.
 *
 * Everything ends within a deadline, with an answer or an `EngineError`; what `signal` bounds ends
 * when it aborts.
 */
export interface EventStoreDbEngine {
  /** Known ids in the same place again: success, whatever the bytes. @throws EngineError */
  append(
    stream: string,
    events: readonly EventData[],
    expected: EngineExpected,
  ): Promise<EngineAppended>;

  /** At most `maxCount`. @throws EngineError `stream-not-found`, `stream-deleted` */
  readStream(stream: string, options: EngineRead): Promise<readonly EngineEvent[]>;

  /** At most `maxCount`, from a position on: the event at it is the first. */
  readAll(options: EngineRead): Promise<readonly EngineEvent[]>;

  /**
   * At most `maxCount` events after a position whose streams start with one of the prefixes; the
   * server looks for them. In a long search it may stop early, with what it has found so far.
   */
  search(
    after: bigint | undefined,
    prefixes: readonly string[],
    maxCount: number,
    signal: AbortSignal,
  ): Promise<EngineFound>;

  /** Tells of each event after a position, in order, until it ends or fails or the signal aborts. */
  follow(
    after: bigint | undefined,
    heard: (event: EngineEvent) => void,
    signal: AbortSignal,
  ): Promise<void>;

  close(): Promise<void>;
}

export type EngineExpected = 'no_stream' | 'stream_exists' | 'any' | bigint;

export interface EngineAppended {
  /** Of the last event. */
  readonly revision: bigint;
  /** Of the last event. */
  readonly commit: bigint;
}

export interface EngineRead {
  /** A revision or a commit position; without one the start, backwards the end. */
  readonly from?: bigint;
  readonly backwards?: boolean;
  readonly maxCount: number;
}

export interface EngineEvent extends EventData {
  readonly stream: string;
  readonly revision: bigint;
  readonly commit: bigint;
}

export interface EngineFound {
  readonly events: readonly EngineEvent[];
  /** The whole log has been looked at, as far as it went when the search began. */
  readonly isAll: boolean;
  /** All before this position has been looked at. */
  readonly searchedTo?: bigint;
}

/** Errors of the client are told apart by `type`; on the batch path their message is empty. */
export class EngineError extends Error {
  override readonly name = 'EngineError';

  constructor(
    readonly type: string,
    readonly fields: Readonly<Record<string, unknown>> = {},
    options: ErrorOptions = {},
  ) {
    super(type, options);
  }
}

export const isEngineError = (error: unknown, type: string): error is EngineError =>
  error instanceof EngineError && error.type === type;
