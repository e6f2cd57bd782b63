import { START } from '../position.ts';
import { columns } from './rows.ts';
import type { Prefixes } from '../prefixes.ts';
import type { Query } from './reader.ts';

/** Places that one page of a subscription looks through at most, so that it ends in time. */
const SEARCH_WINDOW = 500_000;
/** A page ends behind the event that takes it past this, however many may follow. */
export const PAGE_BYTES = 16 * 1024 * 1024;

const size = 'octet_length(data) + octet_length(metadata)';

/** Of many streams that are read as one: what is longer, or heavier, goes on by itself. */
export const BEGINNING = { events: 100, bytes: 256 * 1024 } as const;

/** Cuts a page where it grows too heavy; its first row is always in it. */
const light = (page: string, order: string, bytes = PAGE_BYTES): string => `
  SELECT ${columns} FROM (
    SELECT *, sum(${size}) OVER (ORDER BY ${order}) - (${size}) AS before FROM (${page}) AS page
  ) AS weighed WHERE before < ${bytes} ORDER BY ${order}`;

const inWindow = 'position > $1 AND position <= searched';

const ofAll = `
  SELECT ${columns} FROM log.events WHERE ${inWindow} ORDER BY position LIMIT $2`;

const category = "split_part(stream, '.', 1)";

/**
 * Of each category by its index, so that a service which owns little of a long log reads little. Bounds
 * and order are of pairs: by `category = …` alone, the planner would rather walk through all places.
 */
const ofCategories = `
  SELECT ${columns} FROM (
    SELECT DISTINCT split_part(prefix, '.', 1) AS asked FROM unnest($3::text[]) AS prefix
  ) AS categories CROSS JOIN LATERAL (
    SELECT ${columns} FROM log.events
    WHERE (${category}, position) > (asked, $1) AND (${category}, position) <= (asked, searched)
      AND stream ^@ ANY ($3::text[])
    ORDER BY ${category}, position LIMIT $2
  ) AS found ORDER BY position LIMIT $2`;

export const logIdentity: Query = {
  name: 'log.identity',
  text: 'SELECT id FROM log.identity',
  values: [],
};

const head = 'SELECT position, id FROM log.events ORDER BY position DESC LIMIT 1';
const idAt = (place: string) => `(SELECT id FROM log.events WHERE position = ${place})`;

/** How far the log has grown, and which event stands at a place. */
export const headOfLog = (place = START): Query => ({
  name: 'log.head',
  text: `
    SELECT coalesce(position, 0) AS head, id, ${idAt('$1::bigint')} AS after
    FROM (SELECT) AS one LEFT JOIN (${head}) AS head ON true`,
  values: [String(place)],
});

/** Fails when no append can be made: another one stands in the way for as long as an append may wait. */
export const turnToAppend: Query = {
  name: 'log.turn',
  text: 'SELECT log.await_turn()',
  values: [],
};

/** The next events of several streams, each from a revision on. */
export const beginnings = (
  streams: readonly (readonly [stream: string, from: number])[],
): Query => ({
  name: 'log.beginnings',
  text: `
    SELECT asked.nth::integer, page.*
    FROM unnest($1::text[], $2::integer[]) WITH ORDINALITY AS asked(name, since, nth)
    CROSS JOIN LATERAL (${light(
      `SELECT ${columns} FROM log.events
       WHERE stream = asked.name AND revision >= asked.since
       ORDER BY revision LIMIT ${BEGINNING.events}`,
      'revision',
      BEGINNING.bytes,
    )}) AS page ORDER BY nth, revision`,
  values: [streams.map(([stream]) => stream), streams.map(([, from]) => from)],
});

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
 * One look at the log: its head, the event where the page begins, and the matching events of the next
 * window. They come as a row of their own without an event when nothing matches.
 */
export const pageOfLog = (after: bigint, limit: number, prefixes: Prefixes): Query => ({
  name: prefixes ? 'log.page_of' : 'log.page',
  text: `
    SELECT head, head_id, searched, ${idAt('$1::bigint')} AS after_id, page.*
    FROM (
      SELECT coalesce(position, 0) AS head, id AS head_id,
        least(coalesce(position, 0), $1::bigint + ${SEARCH_WINDOW}) AS searched
      FROM (SELECT) AS one LEFT JOIN (${head}) AS head ON true
    ) AS log LEFT JOIN LATERAL (${light(prefixes ? ofCategories : ofAll, 'position')}) AS page ON true
    ORDER BY position`,
  values: prefixes ? [String(after), limit, prefixes] : [String(after), limit],
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
