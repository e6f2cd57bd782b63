import { randomUUID } from 'node:crypto';
import { DomainError } from '@minh-bach/kernel';
import { checkAppend } from '../check-append.ts';
import { follow } from '../follow.ts';
import { judgeRefused } from '../judge-refused.ts';
import { placeIn, positionOf } from '../position.ts';
import { isWanted, type Prefixes } from '../prefixes.ts';
import { Tail } from '../tail.ts';
import { Wakeup } from '../wakeup.ts';
import type {
  AppendResult,
  EventData,
  EventStore,
  ExpectedRevision,
  ReadAllOptions,
  ReadStreamOptions,
  StoredEvent,
  SubscribeOptions,
  SubscriptionMessage,
} from '../event-store.ts';
import type { Page } from '../paged-log.ts';

/** The port without a disk: for specs, and the model the other adapters are compared with. */
export const createMemoryEventStore = (): EventStore => new MemoryEventStore();

class MemoryEventStore implements EventStore {
  private readonly log = randomUUID();
  private readonly events: StoredEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();
  private readonly grown = new Wakeup();
  private readonly tail = new Tail({
    log: this.log,
    page: (after, limit, prefixes) => this.page(Number(after), limit, prefixes),
    grownBeyond: (place, signal) =>
      this.grown.until(() => this.closed || BigInt(this.events.length) > place, signal),
    wentBack: () => {},
  });
  private closed = false;

  async append(
    stream: string,
    events: readonly EventData[],
    expected: ExpectedRevision,
  ): Promise<AppendResult> {
    checkAppend(stream, events);
    await this.ping();
    const before = this.streams.get(stream) ?? [];
    const actual = before.at(-1)?.revision ?? 'none';
    const ids = new Set(events.map(({ id }) => id));
    if ((expected !== 'any' && expected !== actual) || before.some(({ id }) => ids.has(id)))
      return judgeRefused({ stream, events, expected }, actual, before);

    for (const { id, type, data, metadata } of events) {
      const stored = {
        id,
        type,
        data: Uint8Array.from(data),
        metadata: Uint8Array.from(metadata),
        stream,
        revision: before.length,
        position: positionOf(this.log, this.events.length + 1),
      };
      before.push(stored);
      this.events.push(stored);
    }
    this.streams.set(stream, before);
    this.grown.all();
    const last = before.at(-1)!;
    return { revision: last.revision, position: last.position };
  }

  async *readStream(
    stream: string,
    { from, direction = 'forwards', limit = Infinity }: ReadStreamOptions = {},
  ): AsyncIterable<StoredEvent> {
    await this.ping();
    const events = this.streams.get(stream) ?? [];
    const chosen =
      direction === 'forwards'
        ? events.slice(from ?? 0)
        : events.slice(0, (from ?? Infinity) + 1).reverse();
    yield* chosen.slice(0, limit);
  }

  async *readAll({ after, limit, prefixes }: ReadAllOptions = {}): AsyncIterable<StoredEvent> {
    await this.ping();
    const start = after === undefined ? 0 : Number(placeIn(this.log, after));
    yield* this.events
      .slice(start)
      .filter(({ stream }) => isWanted(stream, prefixes))
      .slice(0, limit);
  }

  subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionMessage> {
    return follow(options, this.tail);
  }

  async head() {
    await this.ping();
    return positionOf(this.log, this.events.length);
  }

  ping(): Promise<void> {
    return this.closed ? Promise.reject(new DomainError('STORE_UNAVAILABLE')) : Promise.resolve();
  }

  private async page(after: number, limit: number, prefixes: Prefixes): Promise<Page> {
    await this.ping();
    const events: StoredEvent[] = [];
    let upTo = after;
    for (; upTo < this.events.length && events.length < limit; upTo += 1) {
      const event = this.events[upTo]!;
      if (isWanted(event.stream, prefixes)) events.push(event);
    }
    return {
      events,
      upTo: { place: BigInt(upTo), id: this.events[upTo - 1]?.id },
      head: BigInt(this.events.length),
      after: this.events[after - 1]?.id,
    };
  }

  close(): Promise<void> {
    this.closed = true;
    this.grown.all();
    return Promise.resolve();
  }
}
