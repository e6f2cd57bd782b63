import { DomainError } from '@minh-bach/kernel';
import { KeptEvents } from './kept-events.ts';
import { placeIn, positionOf, START } from './position.ts';
import { isWanted, union, type Prefixes } from './prefixes.ts';
import type { StoredEvent } from './event-store.ts';
import type { Mark, Page, PagedLog } from './paged-log.ts';

/** What a subscription is given. */
type Given = Omit<Page, 'after'>;

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

const PAGE = 500;
/** So far ahead of the rest, one subscription is not read up to: reading begins anew where it is. */
const FAR = BigInt(KeptEvents.MOST);

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
  readonly #kept: KeptEvents;
  /** A look has found the end of what is kept in the log, and no connection was lost since. */
  #isSure = false;
  #head = START;
  #reading: Promise<void> | undefined;

  constructor(source: PagedLog) {
    this.source = source;
    this.#kept = new KeptEvents(source.log);
  }

  join(place: bigint, prefixes: Prefixes, signal: AbortSignal): Follower {
    const lost = this.#lost.signal;
    const wake = AbortSignal.any([signal, lost]);
    const follower: Follower = { prefixes, signal, lost, wake, at: { place } };
    this.#followers.add(follower);
    const wanted = union(this.#wanted, prefixes);
    if (wanted?.length !== this.#wanted?.length) {
      this.#wanted = wanted;
      this.#begin(this.#kept.end);
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
  async page(follower: Follower, limit: number): Promise<Given> {
    while (!follower.signal.aborted) {
      if (follower.lost.aborted) throw new DomainError('LOG_WENT_BACK');
      const { place, id } = follower.at;
      const { from, end } = this.#kept;
      if (follower.head === undefined || place < from) return this.#own(follower, limit);
      if (place <= end.place) {
        const known = this.#kept.idAt(place);
        if (id !== undefined && known === undefined) return this.#own(follower, limit);
        if (id !== undefined && id !== known) this.#lose();
        if (place < end.place) return this.#fromKept(follower, limit);
      }

      if (place > end.place + FAR) {
        this.#begin(follower.at);
        continue;
      }
      await orAborted(this.#read(), follower.wake);
      if (this.#kept.end !== end) continue;
      if (place === end.place) return this.#fromKept(follower, limit);
      this.#begin(follower.at);
    }
    return { events: [], upTo: follower.at, head: follower.at.place };
  }

  /**
   * This process appended them, or was told of them: where nothing stands between them and what is kept,
   * nobody has to read them.
   *
   * @param after the last place of the log before them
   * @param upTo the last of them, of which not all may be for subscriptions
   */
  appended(
    after: bigint,
    events: readonly StoredEvent[],
    upTo = markOf(this.source.log, events.at(-1)),
  ): void {
    if (!upTo || !this.#isSure || this.#kept.end.place !== after) return;
    this.#head = upTo.place;
    const wanted = events.filter(({ stream }) => isWanted(stream, this.#wanted));
    this.#kept.add(wanted, upTo);
  }

  /** The server may have died: what this process appends from now on may stand where something else was read. */
  connected(): void {
    this.#begin(this.#kept.end);
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

  #fromKept({ at, prefixes, head = START }: Follower, limit: number): Given {
    const seen = head > this.#head ? head : this.#head;
    return { ...this.#kept.after(at.place, prefixes, limit), head: seen };
  }

  /** One page further, for all who wait for it. */
  #read(): Promise<void> {
    return (this.#reading ??= this.#readOn().finally(() => (this.#reading = undefined)));
  }

  async #readOn(): Promise<void> {
    const { signal } = this.#lost;
    const { end } = this.#kept;
    const page = await this.source.page(end.place, PAGE, this.#wanted, signal);
    // Something else is asked for by now.
    if (signal.aborted || this.#kept.end !== end) return;
    this.#verify(end, page);
    this.#isSure = true;
    this.#head = page.head;
    if (page.upTo.place > end.place) this.#kept.add(page.events, page.upTo);
  }

  #verify(at: Mark, { head, after }: Page): void {
    if (head < at.place || (at.id !== undefined && at.id !== after)) this.#lose();
  }

  #lose(): never {
    this.wentBack();
    throw new DomainError('LOG_WENT_BACK');
  }

  #begin(at: Mark): void {
    this.#kept.begin(at);
    this.#isSure = false;
  }

  #forget(): void {
    this.#lost.abort();
    this.#lost = new AbortController();
    this.#head = START;
    this.#begin({ place: START });
  }
}

const markOf = (log: string, event?: StoredEvent): Mark | undefined =>
  event && { place: placeIn(log, event.position), id: event.id };

/** Resolves early when the signal aborts; the work goes on for others. */
const orAborted = (work: Promise<void>, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = () => resolve();
    signal.addEventListener('abort', stop);
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
