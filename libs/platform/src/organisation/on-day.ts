import { ROLES_APART } from '@minh-bach/contracts';

/** Conditions on rows of the organisation for the day `$2`. */

const during = (table: string): string =>
  `${table}.valid_from <= $2 AND (${table}.valid_to IS NULL OR ${table}.valid_to >= $2)`;

const tenure = (table: string): string => `${during(table)} AND NOT EXISTS
  (SELECT FROM org_units u WHERE u.id = ${table}.unit AND NOT (${during('u')}))`;

/** A person whose account was closed held their posts until the day before. */
const serves = (table: string): string =>
  `(${table}.inactive_from IS NULL OR ${table}.inactive_from > $2)`;
export const SERVES_ON_DAY = serves('o');

/** A post is held while its unit stands, too; of a unit not noted yet only the tenure counts. */
export const TENURE_ON_DAY = tenure('t');

const APART = ROLES_APART.map((role) => `'${role}'`).join();

/**
 * A head alone chooses only people of the unit, and for no longer than both serve: the deputy in a post of
 * that unit, the head at all. What two administrators gave holds until it ends.
 */
const GIVEN_ALONE_HOLDS = `(NOT d.alone OR (EXISTS
  (SELECT FROM org_tenures beside WHERE beside.person = d.deputy AND beside.unit = t.unit AND ${tenure('beside')})
  AND EXISTS (SELECT FROM org_people h WHERE h.id = t.person AND ${serves('h')})))`;

/**
 * A deputy who acted for an earlier holder does not act for the holder `t.person` who follows. Nobody
 * deputises for themselves, nor while they administer, audit or operate, nor in such a post; officers
 * of denunciations act for no head; a deputy of a head and of an officer acts for neither. Whatever was
 * recorded, it gives no right.
 */
export const DEPUTY_ON_DAY = `${during('d')} AND (d.revoked_from IS NULL OR d.revoked_from > $2)
  AND (d.holder IS NULL OR d.holder = t.person) AND d.deputy <> t.person AND ${GIVEN_ALONE_HOLDS}
  AND NOT t.roles && ARRAY[${APART}] AND NOT EXISTS
  (SELECT FROM org_tenures a WHERE a.person = d.deputy AND ${during('a')} AND (a.roles && ARRAY[${APART}]
     OR ('denunciation-officer' = ANY(a.roles) AND 'head' = ANY(t.roles))))
  AND NOT EXISTS (SELECT FROM org_deputies e JOIN org_tenures f ON f.post = e.post
    WHERE e.deputy = d.deputy AND ${during('e')} AND (e.revoked_from IS NULL OR e.revoked_from > $2)
      AND (e.holder IS NULL OR e.holder = f.person) AND ${during('f')}
      AND (('denunciation-officer' = ANY(f.roles) AND 'head' = ANY(t.roles))
        OR ('head' = ANY(f.roles) AND 'denunciation-officer' = ANY(t.roles))))`;

/**
 * People who may use their posts. Fail closed: duties that exclude each other give no right at all until
 * one of them ends. Deputations need no look: by `DEPUTY_ON_DAY` nobody with such a duty deputises.
 */
export const MAY_ACT_ON_DAY = `${SERVES_ON_DAY} AND NOT EXISTS
  (SELECT FROM org_tenures own CROSS JOIN LATERAL unnest(own.roles) duty
    WHERE own.person = o.id AND ${tenure('own')}
   HAVING bool_or(duty = ANY(ARRAY[${APART}])) AND count(DISTINCT duty) > 1)`;

export const UNIT_ON_DAY = during('u');

/** Beside each tenure `t` whoever deputises in its post, of several the one appointed last. */
export const ACTING_DEPUTY = `LEFT JOIN LATERAL (
      SELECT d.deputy FROM org_deputies d JOIN org_people o ON o.id = d.deputy AND ${MAY_ACT_ON_DAY}
       WHERE d.post = t.post AND ${DEPUTY_ON_DAY} ORDER BY d.valid_from DESC, d.id LIMIT 1
    ) acting ON true`;
