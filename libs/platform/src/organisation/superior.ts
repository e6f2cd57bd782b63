import type { Rows } from '@minh-bach/projections';
import { ACTING_DEPUTY, MAY_ACT_ON_DAY, TENURE_ON_DAY } from './on-day.ts';

/** Who is to hear of a unit's breaches on a day. */
export interface Superior {
  readonly person: string;
  /** Whose head he is, or acts for. */
  readonly unit: string;
  /** The holder of the post, while another acts for him. */
  readonly deputyFor?: string;
}

/**
 * Who acts as head of each of these units: in the post that leads it, else in a deputy head's, of several
 * the one that is there longest; and in it the deputy of that day before the holder.
 */
const ACTING_HEADS = `
  SELECT DISTINCT ON (t.unit) t.unit, t.person AS holder, coalesce(acting.deputy, t.person) AS person
    FROM org_tenures t
    LEFT JOIN org_people o ON o.id = t.person AND ${MAY_ACT_ON_DAY}
    ${ACTING_DEPUTY}
   WHERE t.unit = ANY($1) AND 'head' = ANY(t.roles) AND ${TENURE_ON_DAY}
     AND (acting.deputy IS NOT NULL OR o.id IS NOT NULL)
     AND coalesce(acting.deputy, t.person) <> ALL($3) AND t.person <> ALL($3)
   ORDER BY t.unit, t.leads DESC, (SELECT min(f.valid_from) FROM org_tenures f WHERE f.post = t.post), t.post`;

const LEADERS = `
  SELECT DISTINCT t.person FROM org_tenures t
   WHERE t.unit = $1 AND t.leads AND 'head' = ANY(t.roles) AND ${TENURE_ON_DAY}`;

/** Who holds the post that leads a unit; `null` where none does, and where two people do. */
export async function leaderOf(rows: Rows, unit: string, on: string): Promise<string | null> {
  const [leader, ...others] = await rows.query<{ person: string }[]>(LEADERS, [unit, on]);
  return leader === undefined || others.length > 0 ? null : leader.person;
}

/**
 * @param line units, the one to ask first before the others
 * @param but people who must not hear of it, nor anybody who acts for them
 * @returns the acting head of the first that has one
 */
export async function firstActingHead(
  rows: Rows,
  line: readonly string[],
  on: string,
  but: readonly string[],
): Promise<Superior | null> {
  const heads = await rows.query<{ unit: string; holder: string; person: string }[]>(ACTING_HEADS, [
    line,
    on,
    but,
  ]);
  const nearest = line.find((id) => heads.some(({ unit }) => unit === id));
  const head = heads.find(({ unit }) => unit === nearest);
  if (!head) return null;
  const { unit, person, holder } = head;
  return { person, unit, ...(person === holder ? {} : { deputyFor: holder }) };
}
