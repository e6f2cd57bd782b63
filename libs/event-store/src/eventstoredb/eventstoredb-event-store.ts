import { DomainError } from '@minh-bach/kernel';
import { checkAppend } from '../check-append.ts';
import { follow } from '../follow.ts';
import { judgeRefused, wantedRevisions } from '../judge-refused.ts';
import { placeIn, positionOf, START } from '../position.ts';
import { isWanted, type Prefixes } from '../prefixes.ts';
import { Tail } from '../tail.ts';
import { isEngineError } from './engine.ts';
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
import type { Mark, Page } from '../paged-log.ts';
import type { EngineEvent, EngineExpected, EngineRead, EventStoreDbEngine } from './engine.ts';

const PAGE = 500;
const TRIES = 3;

/**
 * The port over EventStoreDB's answers. It stands to show that the port fits that engine; the file
 * that wraps the client, with its deadlines and its subscriptions, is not written yet.
 */
export class EventStoreDbEventStore implements EventStore {
  private readonly tail: Tail;

  constructor(
    private readonly engine: EventStoreDbEngine,
    private readonly log: string,
  ) {
    this.tail = new Tail({
      log,
      page: (after, limit, prefixes) => this.page(after, limit, prefixes),
      grownBeyond: (place, signal) => engine.eventAfter(place, signal),
      wentBack: () => {},
    });
  }

  /**
   * The engine answers success to known ids with other bytes and stores nothing, so what it says it
   * stored is read back. Every failure but a wrong revision leaves it open: again, same ids.
   */
  async append(
    stream: string,
    events: readonly EventData[],
    expected: ExpectedRevision,
  ): Promise<AppendResult> {
    checkAppend(stream, events);
    const append = { stream, events, expected };
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { nextRevision } = await this.engine.append(stream, events, inItsWords(expected));
        const first = Number(nextRevision) - events.length + 1;
        return judgeRefused(append, Number(nextRevision), await this.window(append, first));
      } catch (error) {
        if (error instanceof DomainError) throw error;
        if (isEngineError(error, 'wrong-expected-version')) {
          const { actualVersion } = error.fields;
          const actual = actualVersion === 'no_stream' ? 'none' : Number(actualVersion);
          return judgeRefused(append, actual, await this.window(append));
        }
        if (isEngineError(error, 'maximum-append-size-exceeded'))
          throw new DomainError('APPEND_TOO_LARGE', { stream });
        if (expected === 'any' || attempt === TRIES)
          throw new DomainError('APPEND_AMBIGUOUS', { stream }, { cause: error });
      }
    }
  }

  async *readStream(
    stream: string,
    { from, direction = 'forwards', limit = Infinity }: ReadStreamOptions = {},
  ): AsyncIterable<StoredEvent> {
    const backwards = direction === 'backwards';
    let next = from === undefined ? undefined : BigInt(from);
    for (let left = limit; left > 0;) {
      const page = await this.streamPage(stream, {
        ...{ backwards, maxCount: Math.min(left, PAGE) },
        ...(next !== undefined && { from: next }),
      });
      yield* page.map((event) => this.stored(event));
      const last = page.at(-1)?.revision;
      if (last === undefined || (backwards && last === 0n)) return;
      left -= page.length;
      next = backwards ? last - 1n : last + 1n;
    }
  }

  async *readAll({ after, limit = Infinity, prefixes }: ReadAllOptions = {}) {
    let place = after === undefined ? START : placeIn(this.log, after);
    for (let left = limit; left > 0;) {
      const page = await this.page(place, PAGE, prefixes);
      const events = page.events.slice(0, left);
      yield* events;
      left -= events.length;
      place = page.upTo.place;
      if (place >= page.head) return;
    }
  }

  subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionMessage> {
    return follow(options, this.tail);
  }

  async head() {
    return positionOf(this.log, (await this.headMark()).place);
  }

  async ping(): Promise<void> {
    await this.headMark();
  }

  close(): Promise<void> {
    return this.engine.close();
  }

  /** The head is asked for first, so the page reaches at least that far when it is not full. */
  private async page(after: bigint, limit: number, prefixes: Prefixes): Promise<Page> {
    const head = await this.headMark();
    // A read begins with the event at the position: one more, and that one left out.
    const found = await this.engine.readAll({ from: after, maxCount: limit + 1 });
    const fresh = found.filter(({ commit }) => commit > after).slice(0, limit);
    const end = fresh.at(-1);
    const last = end ? { place: end.commit, id: end.id } : head;
    const reached = last.place > head.place ? last : head;
    return {
      events: fresh
        .filter(({ stream }) => isWanted(stream, prefixes))
        .map((event) => this.stored(event)),
      upTo: fresh.length < limit ? reached : last,
      head: reached.place,
      after: found.find(({ commit }) => commit === after)?.id,
    };
  }

  private async headMark(): Promise<Mark> {
    const [last] = await this.engine.readAll({ backwards: true, maxCount: 1 });
    return { place: last?.commit ?? START, id: last?.id };
  }

  /** The events where an append would stand. */
  private async window(
    append: { stream: string; events: readonly EventData[]; expected: ExpectedRevision },
    first = wantedRevisions(append)?.first ?? 0,
  ): Promise<StoredEvent[]> {
    const page = { from: BigInt(first), maxCount: append.events.length };
    return (await this.streamPage(append.stream, page)).map((event) => this.stored(event));
  }

  private streamPage(stream: string, options: EngineRead): Promise<readonly EngineEvent[]> {
    return this.engine.readStream(stream, options).catch((error: unknown) => {
      if (isEngineError(error, 'stream-not-found')) return [];
      throw error;
    });
  }

  private stored({ id, type, data, metadata, stream, revision, commit }: EngineEvent): StoredEvent {
    const position = positionOf(this.log, commit);
    return { id, type, data, metadata, stream, revision: Number(revision), position };
  }
}

const inItsWords = (expected: ExpectedRevision): EngineExpected =>
  expected === 'none' ? 'no_stream' : expected === 'any' ? 'any' : BigInt(expected);
