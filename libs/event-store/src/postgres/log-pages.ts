import { Together } from '@minh-bach/kernel';
import {
  BEGINNING,
  PAGE_BYTES,
  beginnings,
  pageOfLog,
  streamBackwards,
  streamForwards,
} from './queries.ts';
import { eventFrom } from './rows.ts';
import type { ReadStreamOptions, StoredEvent } from '../event-store.ts';
import type { Page } from '../paged-log.ts';
import type { Prefixes } from '../prefixes.ts';
import type { Reader } from './reader.ts';
import type { EventRow } from './rows.ts';

type PageRow = (EventRow | { position: null }) & {
  readonly head: string;
  readonly head_id: string | null;
  readonly searched: string;
  readonly after_id: string | null;
};

const PAGE = 500;
const PAGE_BOUNDS = { events: PAGE, bytes: PAGE_BYTES } as const;
/** Streams in one statement. */
const MOST_STREAMS = 64;
const LAST_REVISION = 2 ** 31 - 1;

/** Reading in pages: never the whole of a stream or of the log at once. */
export class LogPages {
  private readonly beginnings = new Together<readonly [string, number], readonly EventRow[]>(
    (streams) => this.beginningsOf(streams),
    MOST_STREAMS,
  );

  constructor(
    private readonly log: string,
    private readonly reader: Reader,
  ) {}

  async *stream(
    stream: string,
    { from, direction = 'forwards', limit = Infinity }: ReadStreamOptions,
  ): AsyncGenerator<StoredEvent, void, void> {
    // No stream is named so, and the question would fail those that it is sent with.
    if (stream.includes('\0')) return;
    const backwards = direction === 'backwards';
    const query = backwards ? streamBackwards : streamForwards;
    let next = Math.min(from ?? (backwards ? LAST_REVISION : 0), LAST_REVISION);
    let bounds = backwards ? PAGE_BOUNDS : BEGINNING;
    for (let left = limit; left > 0;) {
      const most = Math.min(left, bounds.events);
      const rows =
        bounds === BEGINNING
          ? (await this.beginnings.ask([stream, next])).slice(0, most)
          : await this.reader.query<EventRow>(query(stream, next, most));
      for (const row of rows) yield eventFrom(this.log, row);
      const last = rows.at(-1);
      if (last === undefined || (backwards && last.revision === 0)) return;
      if (rows.length < most && weightOf(rows) < bounds.bytes) return;
      left -= rows.length;
      next = backwards ? last.revision - 1 : last.revision + 1;
      bounds = PAGE_BOUNDS;
    }
  }

  private async beginningsOf(
    streams: readonly (readonly [string, number])[],
  ): Promise<readonly (readonly EventRow[])[]> {
    const rows = await this.reader.query<EventRow & { nth: number }>(beginnings(streams));
    const found = streams.map((): EventRow[] => []);
    for (const row of rows) found[row.nth - 1]!.push(row);
    return found;
  }

  /** Up to the head as it was when reached. */
  async *all(
    after: bigint,
    prefixes: Prefixes,
    limit = Infinity,
  ): AsyncGenerator<StoredEvent, void, void> {
    for (let left = limit, place = after; left > 0;) {
      const atMost = Math.min(left, PAGE);
      const query = pageOfLog(place, atMost, prefixes);
      const page = this.pageFrom(await this.reader.query<PageRow>(query), atMost);
      yield* page.events;
      left -= page.events.length;
      place = page.upTo.place;
      if (place >= page.head) return;
    }
  }

  /** For a subscription: waits out a server that is away. */
  async page(after: bigint, limit: number, prefixes: Prefixes, signal: AbortSignal): Promise<Page> {
    const query = pageOfLog(after, limit, prefixes);
    const rows = await this.reader.persist<PageRow>(query, signal);
    return rows ? this.pageFrom(rows, limit) : nothingAfter(after);
  }

  /** A page that was cut, by number or by weight, ends at its last event. */
  private pageFrom(rows: readonly PageRow[], limit: number): Page {
    const { head, head_id, searched, after_id } = rows[0]!;
    const found = rows.filter((row): row is PageRow & EventRow => row.position !== null);
    const last = found.at(-1);
    const cut = found.length === limit || weightOf(found) >= PAGE_BYTES ? last : undefined;
    const end = searched === head ? (head_id ?? undefined) : undefined;
    return {
      events: found.map((row) => eventFrom(this.log, row)),
      upTo: cut
        ? { place: BigInt(cut.position), id: cut.id }
        : { place: BigInt(searched), id: end },
      head: BigInt(head),
      after: after_id ?? undefined,
    };
  }
}

const weightOf = (rows: readonly EventRow[]): number =>
  rows.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);

const nothingAfter = (place: bigint): Page => ({
  events: [],
  upTo: { place },
  head: place,
  after: undefined,
});
