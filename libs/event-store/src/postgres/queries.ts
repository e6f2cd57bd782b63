import { columns } from './rows.ts';
import type { Query } from './reader.ts';

/** Rows that one page of a subscription looks through at most: a rare prefix stays cheap. */
const SEARCH_WINDOW = 20_000;
/** A page ends behind the event that takes it past this, however many may follow. */
export const PAGE_BYTES = 16 * 1024 * 1024;

const size = 'octet_length(data) + octet_length(metadata)';

/** Cuts a page where it grows too heavy; its first row is always in it. */
const light = (page: string, order: string): string => `
  SELECT ${columns} FROM (
    SELECT *, sum(${size}) OVER (ORDER BY ${order}) - (${size}) AS before FROM (${page}) AS page
  ) AS weighed WHERE before < ${PAGE_BYTES} ORDER BY ${order}`;

export const logIdentity: Query = {
  name: 'log.identity',
  text: 'SELECT id FROM log.identity',
  values: [],
};

export const headOfLog: Query = {
  name: 'log.head',
  text: 'SELECT coalesce(max(position), 0) AS head FROM log.events',
  values: [],
};

/** Fails when no append can be made: another one stands in the way for as long as an append may wait. */
export const turnToAppend: Query = {
  name: 'log.turn',
  text: 'SELECT log.await_turn()',
  values: [],
};

export const streamForwards = (stream: string, from: number, limit: number): Query => ({
  name: 'log.forwards',
  text: light(
    `SELECT ${columns} FROM log.events
     WHERE stream = $1 AND revision >= $2 ORDER BY revision LIMIT $3`,
    'revision',
  ),
  values: [stream, from, limit],
});

export const streamBackwards = (stream: string, from: number, limit: number): Query => ({
  name: 'log.backwards',
  text: light(
    `SELECT ${columns} FROM log.events
     WHERE stream = $1 AND revision <= $2 ORDER BY revision DESC LIMIT $3`,
    'revision DESC',
  ),
  values: [stream, from, limit],
});

/**
 * One look at the log: its head, and the matching events of the next window. The head comes as a
 * row of its own without an event when nothing matches.
 */
export const pageOfLog = (
  after: bigint,
  limit: number,
  prefixes: readonly string[] | undefined,
): Query => ({
  name: 'log.page',
  text: `
    WITH log AS (SELECT coalesce(max(position), 0) AS head FROM log.events)
    SELECT head, least(head, $1::bigint + ${SEARCH_WINDOW}) AS searched, page.*
    FROM log LEFT JOIN LATERAL (${light(
      `SELECT ${columns} FROM log.events
       WHERE position > $1 AND position <= least(head, $1::bigint + ${SEARCH_WINDOW})
         AND ($3::text[] IS NULL OR EXISTS (
           SELECT FROM unnest($3::text[]) AS prefix WHERE starts_with(stream, prefix)))
       ORDER BY position LIMIT $2`,
      'position',
    )}) AS page ON true
    ORDER BY position`,
  values: [String(after), limit, prefixes ?? null],
});

/** What `judgeRefused` asks for: the wanted revisions, the known ids, and the last revision. */
export const standingOf = (
  stream: string,
  wanted: { first: number; last: number } | undefined,
  ids: readonly string[],
): Query => ({
  name: 'log.standing',
  text: `
    SELECT (SELECT max(revision) FROM log.events WHERE stream = $1) AS actual, e.*
    FROM (VALUES (1)) AS one LEFT JOIN (
      SELECT ${columns} FROM log.events
      WHERE stream = $1 AND (revision BETWEEN $2 AND $3 OR id = ANY ($4::uuid[]))
    ) AS e ON true ORDER BY revision`,
  values: [stream, wanted?.first ?? 0, wanted?.last ?? -1, ids],
});
