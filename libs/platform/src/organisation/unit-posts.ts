import type { Role } from '@minh-bach/contracts';
import type { Rows } from '@minh-bach/projections';
import { ACTING_DEPUTY, MAY_ACT_ON_DAY, TENURE_ON_DAY } from './on-day.ts';

/** A post on one day: its tenure, and who acts in it. */
export interface UnitPost {
  readonly id: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly roles: readonly Role[];
  readonly leads: boolean;
  /** `null`: its holder has left, or may not act, since their duties exclude each other. */
  readonly holder: string | null;
  readonly deputy: string | null;
  /** First and last day of the tenure. */
  readonly from: string;
  readonly to: string | null;
}

const POSTS_OF_UNIT = `
  SELECT t.post AS id, json_build_object('vi', t.title_vi, 'en', t.title_en) AS title, t.roles, t.leads,
         o.id AS holder, acting.deputy, t.valid_from::text AS "from", t.valid_to::text AS "to"
    FROM org_tenures t
    LEFT JOIN org_people o ON o.id = t.person AND ${MAY_ACT_ON_DAY}
    ${ACTING_DEPUTY}
   WHERE t.unit = $1 AND ${TENURE_ON_DAY} ORDER BY t.post`;

export const postsOfUnit = (rows: Rows, unit: string, on: string): Promise<UnitPost[]> =>
  rows.query<UnitPost[]>(POSTS_OF_UNIT, [unit, on]);
