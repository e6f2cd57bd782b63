import {
  ROLES_APART,
  type DeputyEntry,
  type DirectoryEntryV1,
  type PostEntry,
  type Role,
} from '@minh-bach/contracts';
import { PersonRow, TenureRow, UnitRow } from '@minh-bach/platform';
import { ArrayOverlap, In, type DataSource } from 'typeorm';
import type { Administration } from './administrators.ts';

/** `from` $2 to `to` $3 (none: open) meets the days of a row; one that ended before it began has none. */
const meets = (row: string): string =>
  `${row}.valid_from <= coalesce($3::date, 'infinity')
   AND coalesce(${row}.valid_to, 'infinity') >= greatest($2::date, ${row}.valid_from)`;

const ROLES_BESIDE = `
  SELECT DISTINCT unnest(t.roles) AS role FROM org_tenures t
   WHERE t.person = $1 AND t.post <> $4 AND ${meets('t')}
  UNION
  SELECT DISTINCT unnest(t.roles) FROM org_deputies d JOIN org_tenures t ON t.post = d.post
   WHERE d.deputy = $1 AND d.revoked_from IS NULL AND ${meets('d')} AND ${meets('t')}`;

const IS_OFFICER = `'denunciation-officer' = ANY(t.roles)`;

/**
 * The deputy's own posts that stand apart; the post, where it does, or where it is the deputy's own. A
 * head's deputies never handle what is said about that head: so officers of denunciations are none.
 */
const UNFIT = `
  SELECT 1 FROM org_tenures t WHERE ${meets('t')}
     AND ((t.person = $1 AND (t.post = $4 OR t.roles && $5::text[]))
       OR (t.post = $4 AND t.roles && $5::text[])
       OR (t.person = $1 AND ${IS_OFFICER} AND EXISTS
         (SELECT FROM org_tenures h WHERE h.post = $4 AND 'head' = ANY(h.roles) AND ${meets('h')}))
     ) LIMIT 1`;

const DEPUTY_OF_HEAD = `
  SELECT 1 FROM org_deputies d JOIN org_tenures t ON t.post = d.post
   WHERE d.deputy = $1 AND d.revoked_from IS NULL AND 'head' = ANY(t.roles)
     AND ${meets('d')} AND ${meets('t')} LIMIT 1`;

/** Whether the deputy has posts in the unit of the post on all the days, one after the other or at once. */
const OF_SAME_UNIT = `
  SELECT coalesce(bool_and(coalesce(own.days @> daterange($2::date, $3::date, '[]'), false)), false) AS fit
    FROM org_tenures p CROSS JOIN LATERAL (
      SELECT range_agg(daterange(t.valid_from, t.valid_to, '[]')) AS days FROM org_tenures t
       WHERE t.person = $1 AND t.unit = p.unit AND coalesce(t.valid_to >= t.valid_from, true)
    ) own WHERE p.post = $4 AND ${meets('p')}`;

const oneOf = (ids: readonly string[]) => In([...new Set(ids)]);

/** What people may do on the days of an entry, over all their posts and deputations. */
export class Powers {
  constructor(private readonly rows: DataSource) {}

  /** What the person of a post does beside it, on its days. */
  async rolesBeside({ person, from, to, id }: PostEntry): Promise<Role[]> {
    const rows = await this.rows.query<{ role: Role }[]>(ROLES_BESIDE, [person, from, to, id]);
    return rows.map(({ role }) => role);
  }

  async mayDeputise({ deputy, from, to, post }: DeputyEntry): Promise<boolean> {
    const asked = [deputy, from, to, post, ROLES_APART];
    return (await this.rows.query<unknown[]>(UNFIT, asked)).length === 0;
  }

  /** Whether somebody acts for a head on the days of a post. */
  async deputisesForHead({ person, from, to }: PostEntry): Promise<boolean> {
    return (await this.rows.query<unknown[]>(DEPUTY_OF_HEAD, [person, from, to])).length > 0;
  }

  async servesBeside({ deputy, from, to, post }: DeputyEntry): Promise<boolean> {
    const [row] = await this.rows.query<{ fit: boolean }[]>(OF_SAME_UNIT, [deputy, from, to, post]);
    return row?.fit === true;
  }

  administration(): Promise<Administration> {
    return this.holding(['administrator']);
  }

  /** The units in which the post of an entry, or the person, ever served. */
  async unitsOf(entry: DirectoryEntryV1): Promise<string[]> {
    if (entry.kind !== 'post' && entry.kind !== 'person') return [];
    const own = entry.kind === 'post' ? { post: entry.id } : { person: entry.id };
    const tenures = await this.rows.getRepository(TenureRow).findBy(own);
    return [...new Set(tenures.map(({ unit }) => unit))];
  }

  /** All that decides who has these duties. @param inUnits absent: in all */
  async holding(duties: readonly Role[], inUnits?: readonly string[]): Promise<Administration> {
    const rows = this.rows.getRepository(TenureRow);
    const having = await rows.findBy({
      roles: ArrayOverlap([...duties]),
      ...(inUnits === undefined ? {} : { unit: oneOf(inUnits) }),
    });
    const held = await rows.findBy({ person: oneOf(having.map(({ person }) => person)) });
    const posts = oneOf(held.map(({ post }) => post));
    const tenures = await rows.find({ where: { post: posts }, order: { from: 'ASC' } });
    const units = await this.rows
      .getRepository(UnitRow)
      .findBy({ id: oneOf(tenures.map(({ unit }) => unit)) });
    const people = await this.rows
      .getRepository(PersonRow)
      .findBy({ id: oneOf(tenures.map(({ person }) => person)) });
    const left = people.filter(({ inactiveFrom }) => inactiveFrom !== null);
    return {
      tenures,
      units: new Map(units.map((unit) => [unit.id, unit])),
      inactive: new Map(left.map(({ id, inactiveFrom }) => [id, inactiveFrom!])),
    };
  }
}
