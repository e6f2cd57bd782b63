import { PAGE_BYTES, pageOfLog, streamBackwards, streamForwards } from './queries.ts';
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
const LAST_REVISION = 2 ** 31 - 1;

/** Reading in pages: never the whole of a stream or of the log at once. */
export class LogPages {
  constructor(
    private readonly log: string,
    private readonly reader: Reader,
  ) {}

  async *stream(
    stream: string,
    { from, direction = 'forwards', limit = Infinity }: ReadStreamOptions,
  ): AsyncGenerator<StoredEvent, void, void> {
    const backwards = direction === 'backwards';
    const query = backwards ? streamBackwards : streamForwards;
    let next = Math.min(from ?? (backwards ? LAST_REVISION : 0), LAST_REVISION);
    for (let left = limit; left > 0;) {
      const rows = await this.reader.query<EventRow>(query(stream, next, Math.min(left, PAGE)));
      for (const row of rows) yield eventFrom(this.log, row);
      const last = rows.at(-1)?.revision;
      if (last === undefined || (backwards && last === 0)) return;
      left -= rows.length;
      next = backwards ? last - 1 : last + 1;
    }
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
    const bytes = found.reduce((sum, row) => sum + row.data.length + row.metadata.length, 0);
    const last = found.at(-1);
    const cut = found.length === limit || bytes >= PAGE_BYTES ? last : undefined;
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

const nothingAfter = (place: bigint): Page => ({
  events: [],
  upTo: { place },
  head: place,
  after: undefined,
});
