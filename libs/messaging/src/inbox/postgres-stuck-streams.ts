import type { Pool, QueryResultRow } from 'pg';
import { LISTED, type Hold, type Stuck, type Waiting } from './inbox-store.ts';
import { PostgresDeadLetters } from './postgres-dead-letters.ts';

interface StuckRow {
  readonly stream: string;
  readonly state: 'waiting' | 'parked';
  readonly code: string;
  readonly error_id: string | null;
  readonly since: Date;
  readonly count: number;
}

/** As many messages of a stream are counted. */
const COUNTED = 10_000;

/** What a stream becomes that is tried again; the first parameter is when. */
const REDRIVEN = `state = 'waiting', code = 'REDRIVEN', error_id = NULL, attempts = 0, retry_at = $1`;

/** The part of the inbox that knows which streams are stuck, and which of them are tried again. */
export class PostgresStuckStreams extends PostgresDeadLetters {
  constructor(
    readonly group: string,
    pool: Pool,
    schema: string,
  ) {
    super(pool, schema);
  }

  async waiting(sender: string, enough: number): Promise<number> {
    const [row] = await this.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM (
         SELECT FROM ${this.schema}.stuck
         WHERE split_part(stream, '.', 1) = $1 AND state = 'waiting' LIMIT $2) AS w`,
      [sender, enough],
    );
    return row?.n ?? 0;
  }

  async readmit(sender: string, most: number, now: Date): Promise<void> {
    const room = most - (await this.waiting(sender, most));
    if (room <= 0) return;
    await this.pool.query(
      `UPDATE ${this.schema}.stuck SET ${REDRIVEN} WHERE stream IN (
         SELECT stream FROM ${this.schema}.stuck
         WHERE split_part(stream, '.', 1) = $2 AND code = 'QUEUE_FULL' ORDER BY since LIMIT $3)`,
      [now, sender, room],
    );
  }

  async postpone(stream: string, hold: Hold): Promise<void> {
    await this.pool.query(
      `UPDATE ${this.schema}.stuck
       SET state = $2, code = $3, error_id = $4, attempts = $5, retry_at = $6 WHERE stream = $1`,
      [stream, ...holdValues(hold)],
    );
  }

  async due(
    now: Date,
    { limit, notYet }: { limit: number; notYet: boolean },
  ): Promise<readonly Waiting[]> {
    return this.rows<{ stream: string; attempts: number }>(
      `WITH RECURSIVE waiting AS NOT MATERIALIZED (
         SELECT *, split_part(stream, '.', 1) AS sender FROM ${this.schema}.stuck
         WHERE state = 'waiting'
       ), senders AS (
         (SELECT sender FROM waiting ORDER BY sender LIMIT 1)
         UNION ALL
         SELECT next.sender FROM senders s CROSS JOIN LATERAL (
           SELECT sender FROM waiting WHERE sender > s.sender ORDER BY sender LIMIT 1) AS next
       )
       SELECT due.stream, due.attempts FROM senders s CROSS JOIN LATERAL (
         SELECT w.*, row_number() OVER (ORDER BY retry_at) AS turn FROM (
           SELECT * FROM waiting w WHERE w.sender = s.sender
             AND (retry_at <= $1 OR ($2 AND code = 'NOT_YET' AND attempts < 10))
           ORDER BY retry_at LIMIT $3) AS w) AS due
       ORDER BY due.turn, due.retry_at`,
      [now, notYet, limit],
    );
  }

  async list(): Promise<readonly Stuck[]> {
    const rows = await this.rows<StuckRow>(
      `WITH ranked AS (
         SELECT *, split_part(stream, '.', 1) AS sender, row_number() OVER (
           PARTITION BY split_part(stream, '.', 1), state ORDER BY since, stream) > $1 AS beyond
         FROM ${this.schema}.stuck WHERE code <> 'QUEUE_FULL'
       )
       SELECT stream, state, code, error_id, since, (
           SELECT count(*)::int FROM (
             SELECT FROM ${this.schema}.queue q WHERE q.stream = r.stream LIMIT $2) AS q) AS count
         FROM ranked r WHERE NOT beyond
       UNION ALL
       SELECT sender || '.*', state, 'MORE', NULL, min(since), count(*)::int
         FROM ranked WHERE beyond GROUP BY sender, state
       UNION ALL
       SELECT split_part(stream, '.', 1) || '.*', state, code, NULL, min(since), count(*)::int
         FROM ${this.schema}.stuck WHERE code = 'QUEUE_FULL'
         GROUP BY split_part(stream, '.', 1), state, code
       ORDER BY since, stream`,
      [LISTED, COUNTED],
    );
    return rows.map(({ stream, state, code, error_id, since, count }) => ({
      group: this.group,
      stream,
      state,
      since: since.toISOString(),
      reason: code,
      ...(error_id !== null && { errorId: error_id }),
      count,
    }));
  }

  async redrive(now: Date, stream?: string): Promise<number> {
    const { rowCount } = await this.pool.query(
      `UPDATE ${this.schema}.stuck SET ${REDRIVEN}
       WHERE state = 'parked'
         AND ($2::text IS NULL OR stream = $2 OR split_part(stream, '.', 1) || '.*' = $2)`,
      [now, stream ?? null],
    );
    return rowCount ?? 0;
  }

  protected async rows<R extends QueryResultRow>(
    sql: string,
    values: unknown[] = [],
  ): Promise<R[]> {
    return (await this.pool.query<R>(sql, values)).rows;
  }
}

export const holdValues = ({ state, code, errorId, attempts, retryAt }: Hold) => [
  state,
  code,
  errorId ?? null,
  attempts,
  retryAt,
];
