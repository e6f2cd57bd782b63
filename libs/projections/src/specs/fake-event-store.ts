import type {
  EventData,
  EventStore,
  Position,
  ReadAllOptions,
  StoredEvent,
  SubscribeOptions,
  SubscriptionMessage,
} from '@minh-bach/event-store';
import { DomainError } from '@minh-bach/kernel';
import { EventEmitter, once } from 'node:events';

/** Just enough of a log for the specs of this package. */
export class FakeEventStore implements EventStore {
  readonly #events: StoredEvent[] = [];
  readonly #grown = new EventEmitter().setMaxListeners(0);

  append(stream: string, events: readonly EventData[]) {
    let revision = this.#events.filter((event) => event.stream === stream).length - 1;
    for (const event of events) {
      const position = placed(this.#events.length + 1);
      this.#events.push({ ...event, stream, revision: ++revision, position });
    }
    this.#grown.emit('grown');
    return Promise.resolve({ revision, position: placed(this.#events.length) });
  }

  async *readStream(stream: string) {
    await Promise.resolve();
    yield* this.#events.filter((event) => event.stream === stream);
  }

  async *readAll({ after, prefixes, limit = Infinity }: ReadAllOptions = {}) {
    await Promise.resolve();
    const head = this.#events.length;
    for (let i = indexAfter(after), given = 0; i < head && given < limit; i++) {
      const event = this.#events[i];
      if (!event || !matches(event, prefixes)) continue;
      given++;
      yield event;
    }
  }

  async *subscribe({
    after,
    prefixes,
    signal,
  }: SubscribeOptions): AsyncGenerator<SubscriptionMessage> {
    if (indexAfter(after) > this.#events.length) throw new DomainError('CHECKPOINT_AHEAD');
    for (let next = indexAfter(after); !signal.aborted;) {
      for (; next < this.#events.length && !signal.aborted; next++) {
        const event = this.#events[next];
        if (event && matches(event, prefixes)) yield { kind: 'event', event };
      }
      if (signal.aborted) return;
      yield { kind: 'caughtUp', position: placed(next) };
      if (next < this.#events.length) continue;
      await once(this.#grown, 'grown', { signal }).catch(() => undefined);
    }
  }

  head = () => Promise.resolve(placed(this.#events.length));
  ping = () => Promise.resolve();
  close = () => Promise.resolve();
}

const placed = (place: number): Position => `fake:${place}`;
const indexAfter = (after?: Position) => Number(after?.slice('fake:'.length) ?? 0);
const matches = ({ stream }: StoredEvent, prefixes?: readonly string[]) =>
  !prefixes || prefixes.some((prefix) => stream.startsWith(prefix));
