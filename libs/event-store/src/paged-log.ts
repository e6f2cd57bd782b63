import type { StoredEvent } from './event-store.ts';
import type { Prefixes } from './prefixes.ts';

/** A place in the log, and the event that stands there, where that is known. */
export interface Mark {
  readonly place: bigint;
  readonly id?: string | undefined;
}

export interface Page {
  readonly events: readonly StoredEvent[];
  /** All matching events up to this place are in it, or in pages before. */
  readonly upTo: Mark;
  /** Last place of the log as the page saw it. */
  readonly head: bigint;
  /** The event that stands where the page begins, as the page saw it. */
  readonly after: string | undefined;
}

/** A log that can be paged through in the order in which it became visible. */
export interface PagedLog {
  readonly log: string;

  /** At most `limit` matching events after a place, from one look at the log. Ends early when aborted. */
  page(after: bigint, limit: number, prefixes: Prefixes, signal: AbortSignal): Promise<Page>;

  /** Resolves when the log has grown beyond a place, or the signal aborts; may resolve early. */
  grownBeyond(place: bigint, signal: AbortSignal): Promise<void>;

  /** Whatever was known of how far it has grown counts no more. */
  wentBack(): void;
}
