import { ROLES_APART } from '@minh-bach/contracts';

/** Conditions on rows of the organisation for the day `$2`. */

const during = (table: string): string =>
  `${table}.valid_from <= $2 AND (${table}.valid_to IS NULL OR ${table}.valid_to >= $2)`;

/** A post is held while its unit stands, too; of a unit not noted yet only the tenure counts. */
export const TENURE_ON_DAY = `${during('t')} AND NOT EXISTS
  (SELECT FROM org_units u WHERE u.id = t.unit AND NOT (${during('u')}))`;

const APART = ROLES_APART.map((role) => `'${role}'`).join();

/**
 * A deputy who acted for an earlier holder does not act for the holder `t.person` who follows. Nobody
 * deputises for themselves, nor while they administer, audit or operate, nor in such a post; officers
 * of denunciations act for no head. Whatever was recorded, it gives no right.
 */
export const DEPUTY_ON_DAY = `${during('d')} AND (d.revoked_from IS NULL OR d.revoked_from > $2)
  AND (d.holder IS NULL OR d.holder = t.person) AND d.deputy <> t.person
  AND NOT t.roles && ARRAY[${APART}] AND NOT EXISTS
  (SELECT FROM org_tenures a WHERE a.person = d.deputy AND ${during('a')} AND (a.roles && ARRAY[${APART}]
     OR ('denunciation-officer' = ANY(a.roles) AND 'head' = ANY(t.roles))))`;

/** Whose account was closed held what he held until the day before. */
export const SERVES_ON_DAY = '(o.inactive_from IS NULL OR o.inactive_from > $2)';

export const UNIT_ON_DAY = during('u');

/** Beside each tenure `t` whoever deputises in its post, of several the one appointed last. */
export const ACTING_DEPUTY = `LEFT JOIN LATERAL (
      SELECT d.deputy FROM org_deputies d JOIN org_people o ON o.id = d.deputy AND ${SERVES_ON_DAY}
       WHERE d.post = t.post AND ${DEPUTY_ON_DAY} ORDER BY d.valid_from DESC, d.id LIMIT 1
    ) acting ON true`;
