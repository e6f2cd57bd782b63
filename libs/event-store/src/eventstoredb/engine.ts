import type { EventData } from '../event-store.ts';

/**
 * What this adapter asks of EventStoreDB, in that engine's own words and with its own oddities
 * (recordings/). The file that wraps the client behind it is all that a successor has to replace.
 */
export interface EventStoreDbEngine {
  /** Known ids in the same place again: success, whatever the bytes. @throws EngineError */
  append(
    stream: string,
    events: readonly EventData[],
    expected: EngineExpected,
  ): Promise<{ readonly nextRevision: bigint; readonly commit: bigint }>;

  /** At most `maxCount`. @throws EngineError `stream-not-found` */
  readStream(stream: string, options: EngineRead): Promise<readonly EngineEvent[]>;

  /** At most `maxCount`, from a position on: the event at it is the first. */
  readAll(options: EngineRead): Promise<readonly EngineEvent[]>;

  /** Resolves when there is an event after a position, or the signal aborts; may resolve early. */
  eventAfter(commit: bigint | undefined, signal: AbortSignal): Promise<void>;

  close(): Promise<void>;
}

export type EngineExpected = 'no_stream' | 'stream_exists' | 'any' | bigint;

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

/** Errors of the client are told apart by `type`; on the batch path their message is empty. */
export class EngineError extends Error {
  override readonly name = 'EngineError';

  constructor(
    readonly type: string,
    readonly fields: Readonly<Record<string, unknown>> = {},
  ) {
    super(type);
  }
}

export const isEngineError = (error: unknown, type: string): error is EngineError =>
  error instanceof EngineError && error.type === type;
