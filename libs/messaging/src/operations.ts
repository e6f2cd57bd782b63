import type { Pool } from 'pg';
import { QUEUE_FULL, type DeadLetter, type Stuck, type Unreadable } from './inbox/inbox-store.ts';
import { PostgresInboxStore } from './inbox/postgres-inbox-store.ts';
import { listParked, redriveParked } from './relay/parked-streams.ts';

/** What does not get on, for operations; codes, places and counts only. */
export interface Standstill {
  readonly stuck: readonly Stuck[];
  /** The oldest of each group. */
  readonly deadLetters: readonly (DeadLetter & { readonly group: string })[];
  /** All of them. */
  readonly unreadable: Unreadable;
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

/** Schemas of the relays in this database, by service. */
async function relaysIn(pool: Pool): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ schema: string }>(
    `SELECT nspname AS schema FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE relname = 'parked' AND nspname LIKE '%\\_relay'`,
  );
  return new Map(rows.map(({ schema }) => [schema.slice(0, -'_relay'.length), `"${schema}"`]));
}

/**
 * What waits and what is parked, in one group or in all of this database; and what the relay of a
 * service of that name cannot send.
 */
export async function listStuck(pool: Pool, group?: string): Promise<Standstill> {
  const wanted = (name: string) => group === undefined || name === group;
  const groups = (await groupsIn(pool)).filter(wanted);
  const found = await Promise.all(
    groups.map(async (g) => {
      const store = new PostgresInboxStore(g, pool);
      const letters = (await store.deadLetters()).map((letter) => ({ group: g, ...letter }));
      return { stuck: await store.list(), letters, unreadable: await store.unreadable() };
    }),
  );
  const relays = [...(await relaysIn(pool))].filter(([service]) => wanted(service));
  const unsent = await Promise.all(
    relays.map(async ([service, schema]) =>
      (await listParked(pool, schema)).map(
        ({ code, stream, state, since, errorId, count }): Stuck => ({
          ...{ group: service, stream, state, since, reason: code, count },
          ...(errorId !== undefined && { errorId }),
        }),
      ),
    ),
  );
  return {
    stuck: [...unsent.flat(), ...found.flatMap(({ stuck }) => stuck)],
    deadLetters: found.flatMap(({ letters }) => letters),
    unreadable: inAll(found.map(({ unreadable }) => unreadable)),
  };
}

/** Of several groups. */
export function inAll(each: readonly Unreadable[]): Unreadable {
  const [since] = each.flatMap((one) => one.since ?? []).toSorted();
  const sum = (which: 'count' | 'notKept') => each.reduce((n, one) => n + one[which], 0);
  return { count: sum('count'), notKept: sum('notKept'), ...(since !== undefined && { since }) };
}

/**
 * Sets free what is parked in a group and in the relay of a service of that name, or one stream of
 * it; without a stream its dead letters too. A running instance takes them up within a second, in
 * order; what fails again is parked again. Safe to repeat.
 */
export async function redrive(
  pool: Pool,
  group: string,
  options: { stream?: string; now?: Date } = {},
): Promise<Redriven> {
  const { stream, now = new Date() } = options;
  const relay = (await relaysIn(pool)).get(group);
  const unsent = relay === undefined ? 0 : await redriveParked(pool, relay, now, stream);
  if (!(await groupsIn(pool)).includes(group)) return { streams: unsent, deadLetters: 0 };
  const store = new PostgresInboxStore(group, pool);
  const streams = unsent + (await store.redrive(now, stream));
  return { streams, deadLetters: stream === undefined ? await store.redriveDeadLetters() : 0 };
}

/** What is held back, in numbers. */
export interface HeldBack {
  readonly parked: number;
  /** Parked because too many streams of the same sender wait. */
  readonly full: number;
  readonly waiting: number;
  readonly unreadable: number;
  /** Of those, how many are counted only, for want of room. */
  readonly notKept: number;
  /** How long the oldest has waited. */
  readonly lagSeconds: number;
}

/** A line about all streams of a sender, e.g. `response.*`. */
const isSeveral = (stream: string): boolean => stream.endsWith('.*');

/** For metrics and health. */
export function heldBack({ stuck, unreadable }: Omit<Standstill, 'deadLetters'>): HeldBack {
  const since = [...stuck, unreadable].flatMap(({ since: at }) => at ?? []).map(Date.parse);
  const oldest = since.reduce((least, at) => Math.min(least, at), Date.now());
  const streams = (which: (held: Stuck) => boolean) =>
    stuck
      .filter(which)
      .reduce((sum, { stream, count }) => sum + (isSeveral(stream) ? count : 1), 0);
  return {
    parked: streams(({ state, reason }) => state === 'parked' && reason !== QUEUE_FULL),
    full: streams(({ reason }) => reason === QUEUE_FULL),
    waiting: streams(({ state }) => state === 'waiting'),
    unreadable: unreadable.count,
    notKept: unreadable.notKept,
    lagSeconds: Math.max(0, (Date.now() - oldest) / 1_000),
  };
}
