import { DomainError } from '@minh-bach/kernel';
import { positionOf, START } from '../position.ts';
import { isEngineError, type EngineEvent, type EngineRead } from './engine.ts';
import { idOver } from './event-id.ts';
import { failed } from './failures.ts';
import { isOurs } from './log-id.ts';
import type { EventStoreDbEngine } from './engine.ts';
import type { StoredEvent } from '../event-store.ts';
import type { Mark, Page } from '../paged-log.ts';
import type { Prefixes } from '../prefixes.ts';

/** The log and its streams, a page at a time. */
export class Pages {
  constructor(
    private readonly engine: EventStoreDbEngine,
    private readonly log: string,
  ) {}

  /**
   * A page reaches as far as it was seen to reach. The head tells that there is more: another node of a
   * cluster may have answered for it, and be ahead of the one that is read.
   */
  async page(after: bigint, limit: number, prefixes: Prefixes, signal: AbortSignal): Promise<Page> {
    const head = await this.head();
    // No event stands behind the head: asking for one there would be asking at random.
    if (head.place <= after) {
      const upTo = head.place === after ? head : { place: after };
      return { events: [], upTo, head: head.place, after: upTo.id };
    }
    return prefixes === undefined
      ? this.whole(after, limit, head)
      : this.filtered(after, limit, prefixes, head, signal);
  }

  async head(): Promise<Mark> {
    const [last] = await this.all({ backwards: true, maxCount: 1 });
    return last ? { place: last.commit, id: idOver(last) } : { place: START };
  }

  /**
   * At most `maxCount` events of a stream, without a gap where one is asked for that it once had.
   *
   * @throws DomainError `STREAM_TRUNCATED` {stream}, `STREAM_DELETED` {stream}: events are gone
   */
  async stream(stream: string, options: EngineRead): Promise<readonly StoredEvent[]> {
    const { from, backwards = false, maxCount } = options;
    const events = await this.engine.readStream(stream, options).catch(async (error: unknown) => {
      if (!isEngineError(error, 'stream-not-found')) throw failed(error, stream);
      return [];
    });
    if (events.length === 0 && (backwards || !from)) await this.refuseDeleted(stream);
    const [first, last] = [events[0], events.at(-1)];
    const isGone = backwards
      ? last !== undefined && last.revision > 0n && events.length < maxCount
      : first !== undefined && first.revision !== (from ?? 0n);
    if (isGone) throw new DomainError('STREAM_TRUNCATED', { stream });
    return events.map((event) => this.stored(event));
  }

  stored(event: EngineEvent): StoredEvent {
    const { type, data, metadata, stream, revision, commit } = event;
    const position = positionOf(this.log, commit);
    return {
      id: idOver(event),
      type,
      data,
      metadata,
      stream,
      revision: Number(revision),
      position,
    };
  }

  private async whole(after: bigint, limit: number, head: Mark): Promise<Page> {
    // A read begins with the event at the position: one more, and that one left out.
    const found = await this.all({ ...(after > START && { from: after }), maxCount: limit + 1 });
    const fresh = found.filter(({ commit }) => commit > after).slice(0, limit);
    const at = found.find(({ commit }) => commit === after);
    const end = this.markOf(fresh.at(-1)) ?? { place: after, id: at && idOver(at) };
    return {
      events: fresh.filter(isOurs).map((event) => this.stored(event)),
      upTo: end,
      head: end.place > head.place ? end.place : head.place,
      after: at && idOver(at),
    };
  }

  private async filtered(
    after: bigint,
    limit: number,
    prefixes: readonly string[],
    head: Mark,
    signal: AbortSignal,
  ): Promise<Page> {
    const [at] = after > START ? await this.all({ from: after, maxCount: 1 }) : [];
    const standing = at?.commit === after ? idOver(at) : undefined;
    if (prefixes.length === 0) return { events: [], upTo: head, head: head.place, after: standing };
    const from = after > START ? after : undefined;
    const { events, isAll, searchedTo } = await this.engine
      .search(from, prefixes, limit, signal)
      .catch((error: unknown) => {
        throw failed(error);
      });
    const end = this.markOf(events.at(-1)) ?? { place: searchedTo ?? after };
    const isToHead = isAll && end.place < head.place && (await this.stands(head));
    return {
      events: events.map((event) => this.stored(event)),
      upTo: isToHead ? head : end,
      head: end.place > head.place ? end.place : head.place,
      after: standing,
    };
  }

  /** Whether the node that is asked now has come as far. */
  private async stands({ place, id }: Mark): Promise<boolean> {
    const [event] = await this.all({ from: place, maxCount: 1 });
    return event?.commit === place && idOver(event) === id;
  }

  /** A stream that was never there has no metadata that tells where it now begins. */
  private async refuseDeleted(stream: string): Promise<void> {
    const about = await this.engine
      .readStream(`$$${stream}`, { backwards: true, maxCount: 1 })
      .catch((error: unknown) => {
        if (isEngineError(error, 'stream-not-found')) return [];
        throw failed(error, stream);
      });
    if (about.some(({ data }) => Buffer.from(data).includes('"$tb"')))
      throw new DomainError('STREAM_TRUNCATED', { stream });
  }

  private all(options: EngineRead): Promise<readonly EngineEvent[]> {
    return this.engine.readAll(options).catch((error: unknown) => {
      throw failed(error);
    });
  }

  private markOf(event: EngineEvent | undefined): Mark | undefined {
    return event && { place: event.commit, id: idOver(event) };
  }
}
