import { DomainError } from '@minh-bach/kernel';
import { placeIn, positionOf, START } from './position.ts';
import type { StoredEvent } from './event-store.ts';

/** Streams whose names start with one of these; `undefined`: all. */
export type Prefixes = readonly string[] | undefined;

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

/** One subscription: where it is, and what it asks for. */
export interface Follower {
  readonly prefixes: Prefixes;
  readonly signal: AbortSignal;
  /** Aborts when the log has gone back. */
  readonly lost: AbortSignal;
  /** Aborts when either does. */
  readonly wake: AbortSignal;
  at: Mark;
  /** The furthest that it has seen the log grow; `undefined` before its first look. */
  head?: bigint;
}

interface Kept {
  readonly place: bigint;
  readonly event: StoredEvent;
}

const PAGE = 500;
/** What was read last is kept for those who come for it a little later. */
const KEPT_EVENTS = 2_000;
/** So far ahead of the rest, one subscription is not read up to: reading begins anew where it is. */
const FAR = BigInt(KEPT_EVENTS);
const KEPT_BYTES = 32 * 1024 * 1024;

/**
 * The end of the log, read once for all subscriptions of a store. Each takes of it what its streams
 * are, when it likes; one that falls behind what is kept reads for itself until it has caught up.
 *
 * A log can go back: in a crash its server forgets what an account appended with `synchronous_commit`
 * off, and the next append stands in the same places. So each look asks which event stands where the
 * last one ended. If it is another one, all subscriptions end, to go on from what is on the disk.
 */
export class Tail {
  readonly source: PagedLog;
  readonly #followers = new Set<Follower>();
  #lost = new AbortController();
  #wanted: Prefixes = [];
  /** All wanted events after `#from` and up to `#end`. */
  #kept: Kept[] = [];
  #bytes = 0;
  #from: Mark = { place: START };
  #end: Mark = { place: START };
  /** A look has found `#end` in the log, and no connection was lost since. */
  #isSure = false;
  #head = START;
  #reading: Promise<void> | undefined;

  constructor(source: PagedLog) {
    this.source = source;
  }

  join(place: bigint, prefixes: Prefixes, signal: AbortSignal): Follower {
    const lost = this.#lost.signal;
    const wake = AbortSignal.any([signal, lost]);
    const follower: Follower = { prefixes, signal, lost, wake, at: { place } };
    this.#followers.add(follower);
    const wanted = union(this.#wanted, prefixes);
    if (wanted?.length !== this.#wanted?.length) {
      this.#wanted = wanted;
      this.#begin(this.#end);
    }
    return follower;
  }

  leave(follower: Follower): void {
    this.#followers.delete(follower);
    if (this.#followers.size > 0) return;
    this.#wanted = [];
    this.#forget();
  }

  /**
   * What comes next for a subscription.
   *
   * @throws DomainError `CHECKPOINT_AHEAD` at its first look; `LOG_WENT_BACK` later
   */
  async page(follower: Follower, limit: number): Promise<Page> {
    while (!follower.signal.aborted) {
      if (follower.lost.aborted) throw new DomainError('LOG_WENT_BACK');
      const { place, id } = follower.at;
      if (follower.head === undefined || place < this.#from.place)
        return this.#own(follower, limit);
      if (place <= this.#end.place) {
        const known = this.#idAt(place);
        if (id !== undefined && known === undefined) return this.#own(follower, limit);
        if (id !== undefined && id !== known) this.#lose();
        if (place < this.#end.place) return this.#fromKept(follower, limit);
      }

      if (place > this.#end.place + FAR) this.#begin(follower.at);
      const end = this.#end;
      await orAborted(this.#read(), follower.wake);
      if (this.#end !== end) continue;
      if (place === end.place) return this.#fromKept(follower, limit);
      this.#begin(follower.at);
    }
    const { at } = follower;
    return { events: [], upTo: at, head: at.place, after: at.id };
  }

  /**
   * This process appended them: where nothing stands between them and what is kept, nobody has to read
   * them.
   *
   * @param after the last place of the log before them
   */
  appended(after: bigint, events: readonly StoredEvent[]): void {
    const last = events.at(-1);
    if (!last || !this.#isSure || this.#end.place !== after) return;
    const place = placeIn(this.source.log, last.position);
    this.#head = place;
    this.#keep({
      events: events.filter(({ stream }) => isWanted(stream, this.#wanted)),
      upTo: { place, id: last.id },
    });
  }

  /** The server may have died: what this process appends from now on may stand where something else was read. */
  connected(): void {
    this.#begin(this.#end);
  }

  /** Somebody has seen that events are gone. */
  wentBack(): void {
    this.#forget();
    this.source.wentBack();
  }

  /** For one subscription alone: its first look, and while it is behind. */
  async #own({ at, prefixes, signal, head }: Follower, limit: number): Promise<Page> {
    const page = await this.source.page(at.place, limit, prefixes, signal);
    if (signal.aborted) return page;
    if (head === undefined && page.head < at.place)
      throw new DomainError('CHECKPOINT_AHEAD', {
        checkpoint: positionOf(this.source.log, at.place),
        head: positionOf(this.source.log, page.head),
      });
    this.#verify(at, page);
    return page;
  }

  #fromKept({ at, prefixes, head = START }: Follower, limit: number): Page {
    const events: StoredEvent[] = [];
    let upTo = this.#end;
    for (let i = this.#firstAfter(at.place); i < this.#kept.length; i += 1) {
      const { place, event } = this.#kept[i]!;
      if (!isWanted(event.stream, prefixes)) continue;
      events.push(event);
      if (events.length < limit) continue;
      upTo = { place, id: event.id };
      break;
    }
    return { events, upTo, head: head > this.#head ? head : this.#head, after: at.id };
  }

  #firstAfter(place: bigint): number {
    let [low, high] = [0, this.#kept.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#kept[middle]!.place > place) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** One page further, for all who wait for it. */
  #read(): Promise<void> {
    return (this.#reading ??= this.#readOn().finally(() => (this.#reading = undefined)));
  }

  async #readOn(): Promise<void> {
    const { signal } = this.#lost;
    const end = this.#end;
    const page = await this.source.page(end.place, PAGE, this.#wanted, signal);
    // Something else is asked for by now.
    if (signal.aborted || this.#end !== end) return;
    this.#verify(end, page);
    this.#isSure = true;
    this.#head = page.head;
    if (page.upTo.place > end.place) this.#keep(page);
  }

  #keep({ events, upTo }: Pick<Page, 'events' | 'upTo'>): void {
    for (const event of events) {
      this.#kept.push({ place: placeIn(this.source.log, event.position), event });
      this.#bytes += bytesOf(event);
    }
    let gone = 0;
    for (; this.#kept.length - gone > KEPT_EVENTS || this.#bytes > KEPT_BYTES; gone += 1)
      this.#bytes -= bytesOf(this.#kept[gone]!.event);
    const last = this.#kept.splice(0, gone).at(-1);
    if (last) this.#from = { place: last.place, id: last.event.id };
    this.#end = upTo;
  }

  #verify(at: Mark, { head, after }: Page): void {
    if (head < at.place || (at.id !== undefined && at.id !== after)) this.#lose();
  }

  #lose(): never {
    this.wentBack();
    throw new DomainError('LOG_WENT_BACK');
  }

  /** Of the event at a place, where a kept page tells. */
  #idAt(place: bigint): string | undefined {
    const mark = [this.#from, this.#end].find((each) => each.place === place);
    if (mark) return mark.id;
    const before = this.#kept[this.#firstAfter(place) - 1];
    return before?.place === place ? before.event.id : undefined;
  }

  #begin(at: Mark): void {
    this.#kept = [];
    this.#bytes = 0;
    this.#from = at;
    this.#end = { ...at };
    this.#isSure = false;
  }

  #forget(): void {
    this.#lost.abort();
    this.#lost = new AbortController();
    this.#head = START;
    this.#begin({ place: START });
  }
}

const bytesOf = ({ data, metadata }: StoredEvent): number => data.length + metadata.length;

const isWanted = (stream: string, prefixes: Prefixes): boolean =>
  prefixes?.some((prefix) => stream.startsWith(prefix)) ?? true;

/** Without those that another one begins. */
const union = (some: Prefixes, others: Prefixes): Prefixes =>
  some &&
  others && [
    ...some,
    ...others.filter((prefix, n) => !isWanted(prefix, [...some, ...others.slice(0, n)])),
  ];

/** Resolves early when the signal aborts; the work goes on for others. */
const orAborted = (work: Promise<void>, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = () => resolve();
    signal.addEventListener('abort', stop);
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
