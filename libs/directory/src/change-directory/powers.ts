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

const HOLDS = '(d.holder IS NULL OR d.holder = t.person)';

/**
 * Somebody knows of a day's matters also by a deputation that was revoked, and by what an entry rewrote on
 * that day or later, whatever day it counts from.
 */
const HELD = `
  SELECT t.post, t.roles, 'holds' AS "by" FROM org_tenures t WHERE t.person = $1 AND ${meets('t')}
  UNION ALL
  SELECT d.post, t.roles, 'acts' FROM org_deputies d JOIN org_tenures t ON t.post = d.post AND ${HOLDS}
   WHERE d.deputy = $1 AND ${meets('d')} AND ${meets('t')}
     AND (d.revoked_from IS NULL OR d.revoked_from >= greatest($2::date, d.valid_from))
  UNION ALL
  SELECT h.post, h.roles, 'held' FROM org_once_held h WHERE h.person = $1 AND ${meets('h')}
  UNION ALL
  SELECT o.post, o.roles, 'acts' FROM org_once_acted o WHERE o.deputy = $1 AND ${meets('o')}`;

const ROLES_OF_POST = `
  SELECT DISTINCT unnest(t.roles) AS role FROM org_tenures t WHERE t.post = $1 AND ${meets('t')}`;

const DEPUTIES_IN = `
  SELECT DISTINCT d.deputy FROM org_deputies d
   WHERE d.post = $1 AND d.revoked_from IS NULL AND (d.holder IS NULL OR d.holder = $4) AND ${meets('d')}`;

/** What a person does on some of the days, in a post of their own or as a deputy in it. */
interface Held {
  readonly post: string;
  readonly roles: readonly Role[];
  /** Their own post, a deputation in another's, or once their own, by an entry that was rewritten. */
  readonly by: 'holds' | 'acts' | 'held';
}

/**
 * A head's deputies never handle what is said about that head. So nobody is at once the deputy of a head
 * and an officer for denunciations, be it in a post of their own or as a deputy in it.
 *
 * @param roles of a post in which somebody acts as a deputy
 */
const actsForHeadAndOfficer = (roles: readonly Role[], beside: readonly Held[]): boolean =>
  roles.includes('head')
    ? [...roles, ...beside.flatMap((held) => held.roles)].includes('denunciation-officer')
    : roles.includes('denunciation-officer') && actsForHead(beside);

const actsForHead = (beside: readonly Held[]): boolean =>
  beside.some(({ by, roles }) => by === 'acts' && roles.includes('head'));

const areApart = (roles: readonly Role[]): boolean =>
  ROLES_APART.some((apart) => roles.includes(apart));

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

  /** Not in the own post, nor where the deputy's own posts or the post stand apart. */
  async mayDeputise({ deputy, from, to, post }: DeputyEntry): Promise<boolean> {
    const asked = await this.rows.query<{ role: Role }[]>(ROLES_OF_POST, [post, from, to]);
    const roles = asked.map(({ role }) => role);
    const beside = await this.#heldBy(deputy, { from, to });
    const own = beside.filter(({ by }) => by === 'holds');
    return (
      !own.some((held) => held.post === post || areApart(held.roles)) &&
      !areApart(roles) &&
      !actsForHeadAndOfficer(roles, beside)
    );
  }

  /** Whether by a post somebody becomes a head's deputy and officer at once: its person, or its deputies. */
  async joinsHeadAndOfficer({ id, roles, person, from, to }: PostEntry): Promise<boolean> {
    const beside = async (who: string) =>
      (await this.#heldBy(who, { from, to })).filter(
        ({ post, by }) => post !== id || by !== 'holds',
      );
    if (roles.includes('denunciation-officer') && actsForHead(await beside(person))) return true;
    const asked = [id, from, to, person];
    for (const { deputy } of await this.rows.query<{ deputy: string }[]>(DEPUTIES_IN, asked))
      if (actsForHeadAndOfficer(roles, await beside(deputy))) return true;
    return false;
  }

  #heldBy(person: string, { from, to }: Pick<PostEntry, 'from' | 'to'>): Promise<Held[]> {
    return this.rows.query<Held[]>(HELD, [person, from, to]);
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
