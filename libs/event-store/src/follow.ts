import { placeIn, positionOf, START } from './position.ts';
import type { SubscribeOptions, SubscriptionMessage } from './event-store.ts';
import type { Tail } from './tail.ts';

/**
 * The catch-up subscription over pages. It holds no state but its place, so whatever happens to
 * the server, the next page goes on where the last one ended.
 */
export async function* follow(
  { after, signal, batchSize = 500, prefixes }: SubscribeOptions,
  tail: Tail,
): AsyncGenerator<SubscriptionMessage, void, void> {
  if (signal.aborted) return;
  const { log } = tail.source;
  const follower = tail.join(after === undefined ? START : placeIn(log, after), prefixes, signal);
  let behind = true;
  try {
    while (!signal.aborted) {
      const { events, upTo, head } = await tail.page(follower, batchSize);
      for (const event of events) {
        if (signal.aborted) return;
        yield { kind: 'event', event };
      }
      if (signal.aborted) return;
      const position = positionOf(log, upTo.place);
      if (upTo.place > follower.at.place) yield { kind: 'checkpoint', position };
      follower.at = upTo;
      follower.head = head;

      if (upTo.place < head) {
        behind = true;
        continue;
      }
      if (behind) yield { kind: 'caughtUp', position };
      behind = false;
      await tail.source.grownBeyond(upTo.place, follower.wake);
    }
  } finally {
    tail.leave(follower);
  }
}
