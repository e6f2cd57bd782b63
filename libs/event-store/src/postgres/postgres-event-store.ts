import { DomainError, Together } from '@minh-bach/kernel';
import { checkAppend } from '../check-append.ts';
import { follow } from '../follow.ts';
import { judgeRefused, wantedRevisions } from '../judge-refused.ts';
import { placeIn, positionOf, START } from '../position.ts';
import { createSchema } from './create-schema.ts';
import { ambiguous, unavailable } from './failures.ts';
import { GroupCommit } from './group-commit.ts';
import { HeadWatch } from './head-watch.ts';
import { withDefaults } from './options.ts';
import { headOfLog, standingOf, turnToAppend } from './queries.ts';
import { Tail } from '../tail.ts';
import { LogPages } from './log-pages.ts';
import { Reader } from './reader.ts';
import { eventFrom } from './rows.ts';
import { Writer } from './writer.ts';
import type {
  AppendResult,
  AppendsInOrder,
  EventData,
  EventStore,
  ExpectedRevision,
  OneAppend,
  Position,
  ReadAllOptions,
  ReadStreamOptions,
  StoredEvent,
  SubscribeOptions,
  SubscriptionMessage,
} from '../event-store.ts';
import { storedBy, type Written } from './batch.ts';
import type { PostgresEventStoreOptions, Settings } from './options.ts';
import type { PendingAppend } from './pending-append.ts';
import type { EventRow } from './rows.ts';

/**
 * The log in schema `log` of a PostgreSQL database, made when it is not there.
 *
 * @throws DomainError `STORE_NOT_DURABLE` when the server does not wait for the disk
 */
export async function createPostgresEventStore(
  options: PostgresEventStoreOptions,
): Promise<EventStore> {
  const settings = withDefaults(options);
  return new PostgresEventStore(settings, await createSchema(settings));
}

class PostgresEventStore implements EventStore, AppendsInOrder {
  private readonly reader: Reader;
  private readonly writer: Writer;
  private readonly watch: HeadWatch;
  private readonly commit: GroupCommit;
  private readonly pages: LogPages;
  private readonly tail: Tail;
  private readonly heads = new Together<undefined, Position>(async (asked) => {
    const [row] = await this.reader.query<{ head: string }>(headOfLog());
    return asked.map(() => positionOf(this.log, row!.head));
  }, Infinity);
  private closed = false;

  constructor(
    private readonly settings: Settings,
    private readonly log: string,
  ) {
    this.reader = new Reader(settings);
    this.writer = new Writer(settings, () => this.tail.connected());
    this.watch = new HeadWatch(settings, this.reader, () => this.tail.wentBack());
    this.pages = new LogPages(log, this.reader);
    this.tail = new Tail({
      log,
      page: (...asked) => this.pages.page(...asked),
      grownBeyond: (place, signal) => this.watch.beyond(place, signal),
      wentBack: () => this.watch.forget(),
    });
    this.commit = new GroupCommit({
      write: (batch) => this.write(batch),
      answer: (append, written) => this.answer(append, written),
      onRetry: (error) => settings.onRetry({ doing: 'log.append', error }),
    });
  }

  async append(
    stream: string,
    events: readonly EventData[],
    expected: ExpectedRevision,
  ): Promise<AppendResult> {
    const bytes = checkAppend(stream, events);
    if (this.closed) throw new DomainError('STORE_UNAVAILABLE');
    return new Promise((resolve, reject) => {
      const deadline = performance.now() + this.settings.giveUpAfterMs;
      const state = { maybeStored: false, alone: false };
      this.commit.add({ stream, events, expected, bytes, deadline, resolve, reject, ...state });
    });
  }

  async appendInOrder(appends: readonly OneAppend[]): Promise<void> {
    const nobody = { resolve: () => {}, reject: () => {}, maybeStored: false, alone: false };
    const batch = appends.map((append): PendingAppend => {
      const bytes = checkAppend(append.stream, append.events);
      return { ...append, bytes, deadline: Infinity, ...nobody };
    });
    const written = await this.write(batch);
    if (written.includes('refused')) throw new DomainError('WRONG_EXPECTED_REVISION');
  }

  readStream(stream: string, options: ReadStreamOptions = {}): AsyncIterable<StoredEvent> {
    return this.pages.stream(stream, options);
  }

  async *readAll({ after, limit, prefixes }: ReadAllOptions = {}): AsyncIterable<StoredEvent> {
    const start = after === undefined ? START : placeIn(this.log, after);
    yield* this.pages.all(start, prefixes, limit);
  }

  subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionMessage> {
    return follow(options, this.tail);
  }

  head() {
    return this.heads.ask(undefined);
  }

  async ping(): Promise<void> {
    await this.reader.query(turnToAppend);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.commit.close();
    await this.watch.close();
    await this.writer.close();
    await this.reader.close();
  }

  private async write(batch: readonly PendingAppend[]): Promise<readonly Written[]> {
    const { after, written } = await this.writer.write(batch);
    this.tail.appended(after, storedBy(this.log, batch, written));
    return written;
  }

  private async answer(append: PendingAppend, written: Written): Promise<AppendResult> {
    if (written !== 'refused') {
      this.watch.reached(written.place);
      return { revision: written.revision, position: positionOf(this.log, written.place) };
    }
    const ids = append.events.map(({ id }) => id);
    const standing = standingOf(append.stream, wantedRevisions(append), ids);
    const rows = await this.reader
      .query<EventRow & { actual: number | null }>(standing)
      .catch((error: unknown) => {
        throw append.maybeStored ? ambiguous(append.stream, error) : unavailable(error);
      });
    const stored = rows.filter(({ position }) => position !== null);
    return judgeRefused(
      append,
      rows[0]?.actual ?? 'none',
      stored.map((row) => eventFrom(this.log, row)),
    );
  }
}
