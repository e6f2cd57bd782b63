import { once } from 'node:events';
import type {
  EventData,
  ReadStreamOptions,
  StoredEvent,
  SubscribeOptions,
  SubscriptionMessage,
} from '@minh-bach/event-store';
import { DomainError } from '@minh-bach/kernel';
import type { EventLog } from '../translation.ts';

const positionOf = (index: number) => String(index).padStart(9, '0');

/** As much of an event store as messaging needs, which can be broken on purpose. */
export class MemoryLog implements EventLog {
  readonly events: StoredEvent[] = [];
  /** Thrown to whoever subscribes, as long as it is there. */
  broken: Error | undefined;
  /** Events taken out by subscribers. */
  taken = 0;
  readonly #grown = new EventTarget();

  append(stream: string, event: EventData): StoredEvent {
    const revision = this.events.filter((e) => e.stream === stream).length;
    const stored = { ...event, stream, revision, position: positionOf(this.events.length + 1) };
    this.events.push(stored);
    this.wake();
    return stored;
  }

  async *readStream(
    stream: string,
    { from = 0 }: ReadStreamOptions = {},
  ): AsyncIterable<StoredEvent> {
    if (this.broken) throw this.broken;
    yield* this.events.filter((e) => e.stream === stream && e.revision >= from);
  }

  /** Subscribers look again, at `broken` too. */
  wake(): void {
    this.#grown.dispatchEvent(new Event('grown'));
  }

  async *subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionMessage> {
    const { after = positionOf(0), prefixes, signal } = options;
    let at = Number(after);
    if (at > this.events.length) throw new DomainError('CHECKPOINT_AHEAD');
    while (!signal.aborted) {
      if (this.broken) throw this.broken;
      const event = this.events[at];
      if (event) {
        at += 1;
        if (prefixes && !prefixes.some((prefix) => event.stream.startsWith(prefix))) continue;
        this.taken += 1;
        yield { kind: 'event', event };
      } else {
        yield { kind: 'caughtUp', position: positionOf(at) };
        if (at < this.events.length || signal.aborted || this.broken) continue;
        await once(this.#grown, 'grown', { signal }).catch(() => undefined);
      }
    }
  }
}
