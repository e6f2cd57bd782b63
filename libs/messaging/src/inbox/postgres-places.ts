import type { Pool } from 'pg';
import type { Place, Places } from './places.ts';

interface PlaceRow {
  readonly topic: string;
  readonly partition: number;
  readonly next: string;
  readonly mark: string | null;
  readonly mark_offset: string;
}

/** The part of the inbox that knows how far the group is. */
export class PostgresPlaces implements Places {
  constructor(
    private readonly pool: Pool,
    private readonly schema: string,
  ) {}

  async of(topics: readonly string[]): Promise<readonly Place[]> {
    const { rows } = await this.pool.query<PlaceRow>(
      `SELECT topic, partition, next, mark, coalesce(mark_offset, next - 1) AS mark_offset
       FROM ${this.schema}.place WHERE topic = ANY ($1)`,
      [topics],
    );
    return rows.map(({ topic, partition, next, mark, mark_offset }) => ({
      ...{ topic, partition, next: BigInt(next) },
      ...(mark !== null && { mark: { offset: BigInt(mark_offset), digest: mark } }),
    }));
  }

  async note(
    { topic, partition, next, mark }: Place,
    { madeAnew = false }: { readonly madeAnew?: boolean } = {},
  ): Promise<void> {
    await this.pool.query(
      `INSERT INTO ${this.schema}.place AS p (topic, partition, next, mark, mark_offset)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (topic, partition) DO UPDATE
       SET next = excluded.next,
           mark = CASE WHEN $6 THEN excluded.mark ELSE coalesce(excluded.mark, p.mark) END,
           mark_offset = CASE WHEN $6 OR excluded.mark IS NOT NULL THEN excluded.mark_offset
                              ELSE coalesce(p.mark_offset, p.next - 1) END,
           awaited = CASE WHEN NOT $6 THEN p.awaited END,
           awaited_since = CASE WHEN NOT $6 THEN p.awaited_since END
       WHERE p.next < excluded.next OR $6`,
      [topic, partition, next, mark?.digest ?? null, mark?.offset ?? null, madeAnew],
    );
  }

  /** Writes only where the group is behind, and has got to where it was to get before. */
  async awaitEnds(
    topic: string,
    ends: ReadonlyMap<number, bigint>,
    now: Date,
  ): Promise<Date | undefined> {
    const { rows } = await this.pool.query<{ since: Date | null }>(
      `WITH here AS (
         -- A topic that ends before where the group was is another one.
         SELECT e.partition, e.ends, CASE WHEN p.next <= e.ends THEN p.next ELSE 0 END AS next,
                CASE WHEN p.awaited IS NOT NULL THEN least(p.awaited, e.ends) END AS awaited,
                p.awaited_since
         FROM unnest($2::integer[], $3::bigint[]) AS e(partition, ends)
         LEFT JOIN ${this.schema}.place p ON p.topic = $1 AND p.partition = e.partition
       ), noted AS (
         INSERT INTO ${this.schema}.place (topic, partition, next, awaited, awaited_since)
         SELECT $1, partition, 0, ends, $4::timestamptz FROM here
         WHERE ends > next AND (awaited IS NULL OR awaited <= next)
         ON CONFLICT (topic, partition) DO UPDATE
         SET awaited = excluded.awaited, awaited_since = excluded.awaited_since
       )
       SELECT min(awaited_since) AS since FROM here WHERE awaited > next`,
      [topic, [...ends.keys()], [...ends.values()], now],
    );
    return rows[0]?.since ?? undefined;
  }
}
