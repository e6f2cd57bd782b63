import { DomainError } from '@minh-bach/kernel';
import { placeIn, positionOf, START } from './position.ts';
import type { StoredEvent, SubscribeOptions, SubscriptionMessage } from './event-store.ts';

/** A log that can be paged through in the order in which it became visible. */
export interface PagedLog {
  log(): Promise<string>;

  /** At most `limit` matching events after a place, from one look at the log. */
  page(after: bigint, limit: number): Promise<Page>;

  /** Resolves when the log has grown beyond a place, or the signal aborts; may resolve early. */
  grownBeyond(place: bigint, signal: AbortSignal): Promise<void>;
}

export interface Page {
  readonly events: readonly StoredEvent[];
  /** All matching events up to this place are in it, or in pages before. */
  readonly upTo: bigint;
  /** Last place of the log as the page saw it. */
  readonly head: bigint;
}

/**
 * The catch-up subscription over pages. It holds no state but its place, so whatever happens to
 * the server, the next page goes on where the last one ended.
 */
export async function* follow(
  { after, signal, batchSize = 500 }: SubscribeOptions,
  source: PagedLog,
): AsyncGenerator<SubscriptionMessage, void, void> {
  if (signal.aborted) return;
  const log = await source.log();
  let place = after === undefined ? START : placeIn(log, after);
  let behind = true;

  while (!signal.aborted) {
    const page = await source.page(place, batchSize);
    if (page.head < place)
      throw new DomainError('CHECKPOINT_AHEAD', {
        checkpoint: positionOf(log, place),
        head: positionOf(log, page.head),
      });

    for (const event of page.events) {
      if (signal.aborted) return;
      yield { kind: 'event', event };
    }
    if (signal.aborted) return;
    if (page.upTo > place) yield { kind: 'checkpoint', position: positionOf(log, page.upTo) };
    place = page.upTo;

    if (place < page.head) {
      behind = true;
      continue;
    }
    if (behind) yield { kind: 'caughtUp', position: positionOf(log, place) };
    behind = false;
    await source.grownBeyond(place, signal);
  }
}
