import type { Position } from '@minh-bach/event-store';
import { DomainError } from '@minh-bach/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import type { Versions } from './projection.ts';

/** The one row that says how far the tables beside it have come, who may go on, and what built them. */
export interface Checkpoint {
  /** Undefined before the first event. */
  readonly position: Position | undefined;
  /** How many events have been applied since the beginning. */
  readonly events: number;
  readonly versions: Versions;
  /** Drawn anew by each holder: whoever holds an older one can move nothing. */
  readonly fence: string;
}

type Queryable = Pick<DataSource | EntityManager, 'query'>;

interface Row {
  readonly position: Position | null;
  readonly events: string;
  readonly versions: Versions;
  readonly fence: string;
}

const columns = 'position, events, versions, fence';

const checkpointOf = (row: Row | undefined): Checkpoint => {
  if (!row) throw new DomainError('FENCED');
  return { ...row, position: row.position ?? undefined, events: Number(row.events) };
};

/** @param versionsAtFirst what built the rows, asked only where there is no checkpoint yet */
export async function createCheckpoint(
  to: Queryable,
  versionsAtFirst: () => Promise<Versions> | Versions,
): Promise<void> {
  await to.query(`
    CREATE TABLE IF NOT EXISTS projection_checkpoint (
      only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
      position text,
      events bigint NOT NULL DEFAULT 0,
      versions jsonb NOT NULL,
      fence uuid NOT NULL DEFAULT gen_random_uuid()
    )`);
  const known = await to.query<unknown[]>('SELECT FROM projection_checkpoint');
  if (known.length > 0) return;
  await to.query(
    'INSERT INTO projection_checkpoint (versions) VALUES ($1) ON CONFLICT DO NOTHING',
    [await versionsAtFirst()],
  );
}

export async function readCheckpoint(from: Queryable): Promise<Checkpoint> {
  const [row] = await from.query<Row[]>(`SELECT ${columns} FROM projection_checkpoint`);
  return checkpointOf(row);
}

/** Waits for a batch that is being committed; from here on nobody else's batch can be. */
export async function takeOver(from: Queryable): Promise<Checkpoint> {
  const [[row]] = await from.query<[Row[], number]>(
    `UPDATE projection_checkpoint SET fence = gen_random_uuid() RETURNING ${columns}`,
  );
  return checkpointOf(row);
}

/**
 * First statement of a batch: it holds the row until the commit, so a zombie is refused before it
 * writes anything, and a swap waits.
 *
 * @throws DomainError `FENCED`: somebody else has taken over; read the checkpoint again
 */
export async function moveCheckpoint(
  manager: EntityManager,
  from: Checkpoint,
  position: Position,
  events: number,
): Promise<Checkpoint> {
  const [[row]] = await manager.query<[Row[], number]>(
    `UPDATE projection_checkpoint SET position = $1, events = events + $2
      WHERE fence = $3 AND position IS NOT DISTINCT FROM $4 RETURNING ${columns}`,
    [position, events, from.fence, from.position ?? null],
  );
  return checkpointOf(row);
}
