import type pg from 'pg';
import type { Hold } from '../inbox/inbox-store.ts';

/** The tables of a service's relay, in the schema `<service>_relay`. */
export const parkedTable = `
  CREATE TABLE IF NOT EXISTS parked (
    topic text NOT NULL,
    stream text NOT NULL,
    -- the first event that was not relayed
    revision bigint NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'parked')),
    code text NOT NULL,
    error_id text,
    since timestamptz NOT NULL DEFAULT now(),
    attempts integer NOT NULL,
    retry_at timestamptz NOT NULL,
    -- events that wait, as of the position
    count integer NOT NULL,
    PRIMARY KEY (topic, stream)
  );`;

/** A source stream that is not relayed from this event on. */
export interface ParkedStream extends Hold {
  readonly stream: string;
  readonly revision: number;
  readonly count: number;
}

/** As `jsonb_to_recordset` reads it. */
export const parkedRecords = (streams: Iterable<ParkedStream>, since = new Date()): string =>
  JSON.stringify(
    [...streams].map(({ errorId, retryAt, ...parked }) => ({
      ...parked,
      since: since.toISOString(),
      error_id: errorId ?? null,
      retry_at: retryAt.toISOString(),
    })),
  );

/** Adds parked streams; of those that are known only the count changes. Parameters: topic, records. */
export const addParked = (schema: string, topic: string, records: string) => `
  INSERT INTO ${schema}.parked
    (topic, stream, revision, state, code, error_id, since, attempts, retry_at, count)
  SELECT ${topic}, p.* FROM jsonb_to_recordset(${records}::jsonb) AS p(
    stream text, revision bigint, state text, code text, error_id text, since timestamptz,
    attempts integer, retry_at timestamptz, count integer)
  ON CONFLICT (topic, stream) DO UPDATE SET count = excluded.count`;

interface ParkedRow {
  readonly stream: string;
  readonly revision: string;
  readonly state: Hold['state'];
  readonly code: string;
  readonly error_id: string | null;
  readonly since: Date;
  readonly attempts: number;
  readonly retry_at: Date;
  readonly count: number;
}

const COLUMNS = 'stream, revision, state, code, error_id, since, attempts, retry_at, count';

const parkedOf = (row: ParkedRow): ParkedStream & { readonly since: string } => ({
  stream: row.stream,
  revision: Number(row.revision),
  state: row.state,
  code: row.code,
  ...(row.error_id !== null && { errorId: row.error_id }),
  since: row.since.toISOString(),
  attempts: row.attempts,
  retryAt: row.retry_at,
  count: row.count,
});

type Database = Pick<pg.ClientBase, 'query'> | Pick<pg.Pool, 'query'>;

/** What the relay of one schema holds back, the longest first. */
export async function listParked(database: Database, schema: string) {
  const { rows } = await database.query<ParkedRow>(
    `SELECT ${COLUMNS} FROM ${schema}.parked ORDER BY since, stream`,
  );
  return rows.map(parkedOf);
}

/** Those whose time has come by `now`: of the clock that set it, not of the database's machine. */
export async function dueParked(
  database: Database,
  schema: string,
  topic: string,
  now: Date,
  limit: number,
) {
  const { rows } = await database.query<ParkedRow>(
    `SELECT ${COLUMNS} FROM ${schema}.parked
     WHERE topic = $1 AND state = 'waiting' AND retry_at <= $2 ORDER BY retry_at LIMIT $3`,
    [topic, now, limit],
  );
  return rows.map(parkedOf);
}

/** Parked streams are tried again. How many. */
export async function redriveParked(
  database: Database,
  schema: string,
  now: Date,
  stream?: string,
): Promise<number> {
  const { rowCount } = await database.query(
    `UPDATE ${schema}.parked
     SET state = 'waiting', code = 'REDRIVEN', error_id = NULL, attempts = 0, retry_at = $2
     WHERE state = 'parked' AND ($1::text IS NULL OR stream = $1)`,
    [stream ?? null, now],
  );
  return rowCount ?? 0;
}
