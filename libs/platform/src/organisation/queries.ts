import type { Role } from '@minh-bach/contracts';
import { DEPUTY_ON_DAY, MAY_ACT_ON_DAY, SERVES_ON_DAY, TENURE_ON_DAY } from './on-day.ts';

/** Posts that someone holds or deputises for on a date. */
export const POSTS_OF = `
  SELECT t.post, t.unit, t.title_vi, t.title_en, t.roles, NULL::text AS deputy_for
    FROM org_tenures t JOIN org_people o ON o.id = t.person AND ${MAY_ACT_ON_DAY}
   WHERE t.person = $1 AND ${TENURE_ON_DAY}
  UNION ALL
  SELECT t.post, t.unit, t.title_vi, t.title_en, t.roles, t.person
    FROM org_deputies d JOIN org_tenures t ON t.post = d.post
    JOIN org_people o ON o.id = d.deputy AND ${MAY_ACT_ON_DAY}
   WHERE d.deputy = $1 AND ${DEPUTY_ON_DAY} AND ${TENURE_ON_DAY}
   ORDER BY deputy_for NULLS FIRST, post`;

/** Who holds a post. */
export const HOLDER_OF = `
  SELECT t.person FROM org_tenures t JOIN org_people o ON o.id = t.person AND ${SERVES_ON_DAY}
   WHERE t.post = $1 AND ${TENURE_ON_DAY}`;

/**
 * Everybody who held a post on a day or acted in it, by what the directory says now, or said on that day or
 * later, whatever entries made of it since. Holders come first.
 */
export const EVER_IN_POST = `
  SELECT said.person, bool_and(said.acted) AS acted FROM (
    SELECT t.person, false AS acted FROM org_tenures t WHERE t.post = $1 AND ${TENURE_ON_DAY}
    UNION ALL
    SELECT d.deputy, true FROM org_deputies d JOIN org_tenures t ON t.post = d.post AND ${TENURE_ON_DAY}
     WHERE d.post = $1 AND $2 BETWEEN d.valid_from AND d.valid_to
       AND (d.holder IS NULL OR d.holder = t.person)
       AND (d.revoked_from IS NULL OR d.revoked_from >= $2)
    UNION ALL
    SELECT h.person, false FROM org_once_held h
     WHERE h.post = $1 AND $2 BETWEEN h.valid_from AND h.valid_to
    UNION ALL
    SELECT a.deputy, true FROM org_once_acted a
     WHERE a.post = $1 AND $2 BETWEEN a.valid_from AND a.valid_to
  ) said JOIN org_people o ON o.id = said.person AND ${SERVES_ON_DAY}
   GROUP BY said.person ORDER BY acted, said.person`;

/** Who holds a post with a role in a unit. */
export const HOLDERS_OF = `
  SELECT DISTINCT o.id AS person, o.name
    FROM org_tenures t JOIN org_people o ON o.id = t.person AND ${MAY_ACT_ON_DAY}
   WHERE t.unit = $1 AND $3 = ANY(t.roles) AND ${TENURE_ON_DAY} ORDER BY o.name`;

/**
 * Post and deputation have a day in common from `$2` on, one to come among them: a head chooses today who
 * acts tomorrow. What was revoked before that day never came into force.
 */
const FIRST_DAY = 'greatest(d.valid_from, t.valid_from, $2::date)';
const DEPUTISES = `(d.holder IS NULL OR d.holder = t.person) AND t.person <> d.deputy
     AND ${FIRST_DAY} <= least(d.valid_to, t.valid_to)
     AND (d.revoked_from IS NULL OR d.revoked_from >= ${FIRST_DAY})`;

/**
 * All deputations that ran on a day since `$2`, the last day of each included. A deputation counts as the
 * directory stated it at that time, even where a later entry changed the post or the deputation. Several
 * steps are followed, because the deputy of a deputy is chosen by somebody whom that head chose.
 */
const followed = (from: 'deputy' | 'head', to: 'deputy' | 'head') => `
  WITH RECURSIVE acts (head, deputy) AS (
    SELECT t.person, d.deputy FROM org_deputies d JOIN org_tenures t ON t.post = d.post
     WHERE ${DEPUTISES}
    UNION
    SELECT o.holder, o.deputy FROM org_once_acted o WHERE o.valid_to >= $2::date
  ), found (person) AS (
    SELECT ${to} FROM acts WHERE ${from} = ANY($1)
    UNION
    SELECT acts.${to} FROM found JOIN acts ON acts.${from} = found.person
  )
  SELECT person FROM found`;

/** For whom any of `$1` deputises. */
export const ACTED_FOR = followed('deputy', 'head');

/** The deputies of any of `$1`. */
export const DEPUTIES_OF = followed('head', 'deputy');

/** Few, and asked for by every request: lines and branches are followed in memory. */
export const UNITS = `
  SELECT id, parent, level, name_vi, name_en, invented, valid_from::text AS "from",
         valid_to::text AS "to" FROM org_units ORDER BY level DESC, id`;

/**
 * Who has headed which unit on any day up to `$1`: holders of a head's post, and those who acted in one
 * for a time. A day in common of post and deputation is enough, whoever held the post that day. And
 * everybody who did by what the directory said then, whatever later entries made of it.
 */
export const EVER_HEADS = `
  SELECT t.person, t.unit FROM org_tenures t WHERE 'head' = ANY(t.roles) AND t.valid_from <= $1
     AND (t.valid_to IS NULL OR t.valid_to >= t.valid_from)
  UNION
  SELECT d.deputy, t.unit FROM org_deputies d JOIN org_tenures t ON t.post = d.post
   WHERE 'head' = ANY(t.roles) AND greatest(d.valid_from, t.valid_from) <= $1
     AND greatest(d.valid_from, t.valid_from) <= least(d.valid_to, t.valid_to)
     AND (d.revoked_from IS NULL OR d.revoked_from > greatest(d.valid_from, t.valid_from))
  UNION SELECT h.person, h.unit FROM org_once_held h WHERE 'head' = ANY(h.roles)
  UNION SELECT o.deputy, o.unit FROM org_once_acted o WHERE 'head' = ANY(o.roles)`;

/**
 * Whether somebody acts in a unit with a role on the day `:today`, in a post of their own or as a deputy: as
 * a condition on rows of a list.
 *
 * @param person column @param unit column
 */
export const actsInUnit = (person: string, unit: string, role: Role): string =>
  `(EXISTS (SELECT FROM org_tenures t JOIN org_people o ON o.id = t.person AND ${MAY_ACT_ON_DAY}
     WHERE t.person = ${person} AND t.unit = ${unit} AND '${role}' = ANY(t.roles) AND ${TENURE_ON_DAY})
   OR EXISTS (SELECT FROM org_deputies d JOIN org_tenures t ON t.post = d.post
     JOIN org_people o ON o.id = d.deputy AND ${MAY_ACT_ON_DAY}
     WHERE d.deputy = ${person} AND t.unit = ${unit} AND '${role}' = ANY(t.roles)
       AND ${DEPUTY_ON_DAY} AND ${TENURE_ON_DAY}))`.replaceAll('$2', 'CAST(:today AS date)');
