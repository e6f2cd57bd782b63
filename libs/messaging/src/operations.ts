import type { Pool } from 'pg';
import type { DeadLetter, Stuck } from './inbox/inbox-store.ts';
import { PostgresInboxStore } from './inbox/postgres-inbox-store.ts';

/** What does not get on, for operations; codes, places and counts only. */
export interface Standstill {
  readonly stuck: readonly Stuck[];
  readonly deadLetters: readonly (DeadLetter & { readonly group: string })[];
}

export interface Redriven {
  /** Parked streams that are tried again. */
  readonly streams: number;
  /** Dead letters that are read again. */
  readonly deadLetters: number;
}

/** Consumer groups that have an inbox in this database. */
export async function groupsIn(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ group: string }>(
    `SELECT substr(nspname, 1, length(nspname) - length('_inbox')) AS group
     FROM pg_namespace WHERE nspname LIKE '%\\_inbox' ORDER BY nspname`,
  );
  return rows.map(({ group }) => group);
}

/** What waits and what is parked, in one group or in all of this database. */
export async function listStuck(pool: Pool, group?: string): Promise<Standstill> {
  const groups = (await groupsIn(pool)).filter((g) => group === undefined || g === group);
  const found = await Promise.all(
    groups.map(async (g) => {
      const store = new PostgresInboxStore(g, pool);
      const letters = await store.deadLetters();
      return { stuck: await store.list(), letters: letters.map((l) => ({ group: g, ...l })) };
    }),
  );
  return {
    stuck: found.flatMap(({ stuck }) => stuck),
    deadLetters: found.flatMap(({ letters }) => letters),
  };
}

/**
 * Sets free what is parked in a group, or one stream of it; without a stream its dead letters too.
 * A running instance of the group takes them up within a second, in order; what fails again is
 * parked again. Safe to repeat.
 */
export async function redrive(
  pool: Pool,
  group: string,
  options: { stream?: string; now?: Date } = {},
): Promise<Redriven> {
  const { stream, now = new Date() } = options;
  const store = new PostgresInboxStore(group, pool);
  const streams = await store.redrive(now, stream);
  return { streams, deadLetters: stream === undefined ? await store.redriveDeadLetters() : 0 };
}
