import { DomainError, isDomainError } from '@minh-bach/kernel';
import { backoffMs, pause } from '../backoff.ts';
import { checkAppend } from '../check-append.ts';
import { follow } from '../follow.ts';
import { judgeRefused, wantedRevisions } from '../judge-refused.ts';
import { placeIn, positionOf, START } from '../position.ts';
import { Tail } from '../tail.ts';
import { isEngineError, type EngineError } from './engine.ts';
import { idOver } from './event-id.ts';
import { failed, isRefusal } from './failures.ts';
import { LiveHead } from './live-head.ts';
import { isOurs, logIdOf } from './log-id.ts';
import { withDefaults, type Settings } from './options.ts';
import { Pages } from './pages.ts';
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
import type { EngineAppended, EngineExpected, EventStoreDbEngine } from './engine.ts';

const PAGE = 500;

/** The port over EventStoreDB's answers. */
export class EventStoreDbEventStore implements EventStore {
  private readonly settings: Settings;
  private readonly pages: Pages;
  private readonly live: LiveHead;
  private readonly tail: Tail;
  private readonly closing = new AbortController();

  constructor(
    private readonly engine: EventStoreDbEngine,
    readonly log: string,
    settings: Partial<Settings> = {},
  ) {
    this.settings = withDefaults(settings);
    this.pages = new Pages(engine, log);
    this.live = new LiveHead(engine, this.settings, () => this.pages.head(), {
      event: (after, event) => {
        const stored = isOurs(event) ? [this.pages.stored(event)] : [];
        this.tail.appended(after, stored, { place: event.commit, id: idOver(event) });
      },
      connected: () => this.tail.connected(),
      wentBack: () => this.tail.wentBack(),
    });
    this.tail = new Tail({
      log,
      page: (...asked) => this.persist(...asked),
      grownBeyond: (place, signal) => this.live.beyond(place, signal),
      wentBack: () => this.live.forget(),
    });
  }

  /** Every failure but a refusal leaves it open whether it is stored: again, same ids and bytes. */
  async append(
    stream: string,
    events: readonly EventData[],
    expected: ExpectedRevision,
  ): Promise<AppendResult> {
    checkAppend(stream, events);
    const append = { stream, events, expected };
    const proposed = events.map((event) => ({ ...event, id: idOver(event) }));
    const giveUpAt = performance.now() + this.settings.giveUpAfterMs;
    for (let failures = 0; ; failures += 1) {
      this.refuseWhenClosed();
      try {
        return this.taken(append, await this.engine.append(stream, proposed, inItsWords(expected)));
      } catch (error) {
        if (error instanceof DomainError) throw error;
        if (isEngineError(error, 'wrong-expected-version')) return this.refused(append, error);
        if (failures === 0 && isRefusal(error)) throw failed(error, stream);
        if (expected === 'any' || isRefusal(error) || performance.now() > giveUpAt)
          throw new DomainError('APPEND_AMBIGUOUS', { stream }, { cause: error });
        this.settings.onRetry({ doing: 'log.append', error });
        await pause(backoffMs(failures), this.closing.signal);
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
      this.refuseWhenClosed();
      const maxCount = Math.min(left, PAGE);
      const at = next === undefined ? {} : { from: next };
      const page = await this.pages.stream(stream, { ...at, backwards, maxCount });
      yield* page;
      const last = page.at(-1)?.revision;
      if (last === undefined || page.length < maxCount || (backwards && last === 0)) return;
      left -= page.length;
      next = BigInt(backwards ? last - 1 : last + 1);
    }
  }

  async *readAll({ after, limit = Infinity, prefixes }: ReadAllOptions = {}) {
    let place = after === undefined ? START : placeIn(this.log, after);
    for (let left = limit; left > 0;) {
      this.refuseWhenClosed();
      const page = await this.pages.page(place, PAGE, prefixes, this.closing.signal);
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
    this.refuseWhenClosed();
    return positionOf(this.log, (await this.pages.head()).place);
  }

  async ping(): Promise<void> {
    this.refuseWhenClosed();
    await logIdOf(this.engine, { log: this.log }).catch((error: unknown) => {
      throw failed(error);
    });
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.live.close();
    await this.engine.close();
  }

  /** A stream that was deleted goes on at its old revisions: what was to be its first event is not. */
  private taken(append: Append, { revision, commit }: EngineAppended): AppendResult {
    const last = wantedRevisions(append)?.last;
    if (last !== undefined && BigInt(last) !== revision)
      throw new DomainError('STREAM_TRUNCATED', { stream: append.stream });
    return { revision: Number(revision), position: positionOf(this.log, commit) };
  }

  private async refused(append: Append, { fields }: EngineError): Promise<AppendResult> {
    const { actualVersion } = fields;
    const actual = actualVersion === 'no_stream' ? 'none' : Number(actualVersion);
    const from = BigInt(wantedRevisions(append)?.first ?? 0);
    const { stream, events } = append;
    const there = await this.pages.stream(stream, { from, maxCount: events.length });
    return judgeRefused(append, actual, there);
  }

  /** Until it is answered, or the signal aborts: a subscription outlives the server. */
  private async persist(...asked: Parameters<Pages['page']>): Promise<Page> {
    const [after, , , signal] = asked;
    for (let failures = 0; !signal.aborted; failures += 1) {
      this.refuseWhenClosed();
      try {
        return await this.pages.page(...asked);
      } catch (error) {
        if (!isDomainError(error, 'STORE_UNAVAILABLE')) throw error;
        this.settings.onRetry({ doing: 'log.page', error: error.cause });
        await pause(backoffMs(failures), signal);
      }
    }
    return { events: [], upTo: { place: after }, head: after, after: undefined };
  }

  private refuseWhenClosed(): void {
    if (this.closing.signal.aborted) throw new DomainError('STORE_UNAVAILABLE');
  }
}

interface Append {
  readonly stream: string;
  readonly events: readonly EventData[];
  readonly expected: ExpectedRevision;
}

const inItsWords = (expected: ExpectedRevision): EngineExpected =>
  expected === 'none' ? 'no_stream' : expected === 'any' ? 'any' : BigInt(expected);
