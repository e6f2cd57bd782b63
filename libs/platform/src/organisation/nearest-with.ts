import type { Role } from '@minh-bach/contracts';
import type { Rows } from '@minh-bach/projections';
import { DEPUTY_ON_DAY, MAY_ACT_ON_DAY, TENURE_ON_DAY } from './on-day.ts';

/** Everybody who may act in one of these roles for one of these units: holders of posts and deputies. */
const PEOPLE_WITH = `
  SELECT DISTINCT t.unit, acting.person FROM org_tenures t
   CROSS JOIN LATERAL (
     SELECT t.person UNION
     SELECT d.deputy FROM org_deputies d WHERE d.post = t.post AND ${DEPUTY_ON_DAY}
   ) acting (person)
    JOIN org_people o ON o.id = acting.person AND ${MAY_ACT_ON_DAY}
   WHERE t.unit = ANY($1) AND t.roles && $3::text[] AND acting.person <> ALL($4)
     AND t.person <> ALL($4)
     AND ${TENURE_ON_DAY}
   ORDER BY acting.person`;

interface Found {
  readonly unit: string;
  readonly person: string;
}

/** Who may do something of a unit, on a day. */
export interface Handlers {
  readonly unit: string;
  readonly people: readonly string[];
}

/**
 * @param line units, the one to ask first before the others
 * @param but people who must not do it; nor anybody who acts for them as a deputy
 * @returns the first unit in which anybody else has one of these roles
 */
export async function nearestWith(
  rows: Rows,
  line: readonly string[],
  roles: readonly Role[],
  on: string,
  but: readonly string[],
): Promise<Handlers | null> {
  const found = await rows.query<Found[]>(PEOPLE_WITH, [line, on, roles, but]);
  const nearest = line.find((id) => found.some(({ unit }) => unit === id));
  if (nearest === undefined) return null;
  const people = found.filter(({ unit }) => unit === nearest).map(({ person }) => person);
  return { unit: nearest, people };
}

/** Everybody who has one of these roles in one of these units. */
export async function peopleIn(
  rows: Rows,
  units: readonly string[],
  roles: readonly Role[],
  on: string,
): Promise<string[]> {
  const found = await rows.query<Found[]>(PEOPLE_WITH, [units, on, roles, []]);
  return [...new Set(found.map(({ person }) => person))];
}
