import type { Pool } from 'pg';
import type { Incoming } from '../messaging.ts';
import { inTransaction, migrate, schemaName } from '../postgres.ts';
import type { Hold, InboxStore, StreamState } from './inbox-store.ts';
import { inboxTables } from './inbox-tables.ts';
import { PostgresPlaces } from './postgres-places.ts';
import { holdValues, PostgresStuckStreams } from './postgres-stuck-streams.ts';

/** The inbox of a group in PostgreSQL, schema `<group>_inbox`. The pool stays its owner's. */
export class PostgresInboxStore extends PostgresStuckStreams implements InboxStore {
  readonly places: PostgresPlaces;

  constructor(
    group: string,
    pool: Pool,
    private readonly now: () => Date = () => new Date(),
  ) {
    super(group, pool, schemaName(group, 'inbox'));
    this.places = new PostgresPlaces(pool, this.schema);
  }

  async prepare(): Promise<void> {
    await migrate(this.pool, this.schema, inboxTables);
  }

  async load(streams: readonly string[]): Promise<ReadonlyMap<string, StreamState>> {
    const rows = await this.rows<{
      stream: string;
      last: string | null;
      queued_to: string | null;
    }>(
      `SELECT s.stream, seen.last,
              CASE WHEN stuck.stream IS NOT NULL THEN greatest(
                (SELECT max(revision) FROM ${this.schema}.queue q WHERE q.stream = s.stream),
                seen.last, -1) END AS queued_to
       FROM unnest($1::text[]) AS s(stream)
       LEFT JOIN ${this.schema}.seen USING (stream)
       LEFT JOIN ${this.schema}.stuck USING (stream)`,
      [streams],
    );
    return new Map(
      rows.map(({ stream, last, queued_to }) => [
        stream,
        { last: Number(last ?? -1), ...(queued_to !== null && { queuedTo: Number(queued_to) }) },
      ]),
    );
  }

  async advance(handled: ReadonlyMap<string, number>): Promise<void> {
    await this.pool.query(this.#advance, [[...handled.keys()], [...handled.values()]]);
  }

  async hold(messages: readonly Incoming[], last: number, hold: Hold): Promise<void> {
    const stream = messages[0]?.source.stream;
    if (stream === undefined) return;
    await inTransaction(this.pool, async (client) => {
      // The row of the stream is the lock between those who queue and `settle`.
      await client.query(
        `INSERT INTO ${this.schema}.stuck AS s
           (stream, state, code, error_id, attempts, retry_at, since)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (stream) DO UPDATE SET retry_at =
           CASE WHEN s.state = 'waiting' AND s.code = 'GAP' THEN '-infinity' ELSE s.retry_at END`,
        [stream, ...holdValues(hold), this.now()],
      );
      await client.query(
        `INSERT INTO ${this.schema}.queue
         SELECT $1, * FROM unnest($2::bigint[], $3::text[]) ON CONFLICT DO NOTHING`,
        [stream, messages.map((m) => m.source.revision), messages.map((m) => JSON.stringify(m))],
      );
      if (last >= 0) await client.query(this.#advance, [[stream], [last]]);
    });
  }

  async heads(stream: string, limit: number): Promise<readonly Incoming[]> {
    const rows = await this.rows<{ message: string }>(
      `SELECT message FROM ${this.schema}.queue WHERE stream = $1 ORDER BY revision LIMIT $2`,
      [stream, limit],
    );
    return rows.map(({ message }) => JSON.parse(message) as Incoming);
  }

  async release(stream: string, revision: number): Promise<void> {
    await inTransaction(this.pool, async (client) => {
      await client.query(this.#advance, [[stream], [revision]]);
      await client.query(`DELETE FROM ${this.schema}.queue WHERE stream = $1 AND revision <= $2`, [
        stream,
        revision,
      ]);
    });
  }

  async settle(stream: string): Promise<boolean> {
    return inTransaction(this.pool, async (client) => {
      const { schema } = this;
      await client.query(`SELECT 1 FROM ${schema}.stuck WHERE stream = $1 FOR UPDATE`, [stream]);
      // A statement of its own: it must see what was queued while we waited for the row.
      const { rowCount } = await client.query(
        `DELETE FROM ${schema}.stuck WHERE stream = $1
         AND NOT EXISTS (SELECT FROM ${schema}.queue WHERE stream = $1)`,
        [stream],
      );
      return rowCount === 1;
    });
  }

  async position(topics: readonly string[]): Promise<string | undefined> {
    const rows = await this.rows<{ position: string }>(
      `SELECT position FROM ${this.schema}.position WHERE topic = ANY ($1)`,
      [topics],
    );
    const [first] = rows;
    const known =
      rows.length === topics.length && rows.every((r) => r.position === first?.position);
    return known ? first?.position : undefined;
  }

  /** Topics that are asked for no longer are forgotten: asked for again, they are read from the start. */
  async savePosition(topics: readonly string[], position: string): Promise<void> {
    await this.pool.query(
      `WITH gone AS (DELETE FROM ${this.schema}.position WHERE topic <> ALL ($1))
       INSERT INTO ${this.schema}.position SELECT unnest($1::text[]), $2
       ON CONFLICT (topic) DO UPDATE SET position = excluded.position`,
      [topics, position],
    );
  }

  async exclusively(work: () => Promise<void>): Promise<boolean> {
    const client = await this.pool.connect();
    const lock = 'hashtextextended($1, 0)';
    let broken: Error | undefined;
    try {
      const { rows } = await client.query<{ ours: boolean }>(
        `SELECT pg_try_advisory_lock(${lock}) AS ours`,
        [`sweep ${this.schema}`],
      );
      if (!rows[0]?.ours) return false;
      try {
        await work();
      } finally {
        await client
          .query(`SELECT pg_advisory_unlock(${lock})`, [`sweep ${this.schema}`])
          .catch((error: Error) => (broken = error));
      }
      return true;
    } finally {
      client.release(broken);
    }
  }

  get #advance(): string {
    return `INSERT INTO ${this.schema}.seen AS s SELECT * FROM unnest($1::text[], $2::bigint[])
            ON CONFLICT (stream) DO UPDATE SET last = greatest(s.last, excluded.last)`;
  }
}
