import type { Role } from '@minh-bach/contracts';
import { PeopleOfRecord, type ActingPost, type Principal } from '@minh-bach/http';
import { localDate, type Clock } from '@minh-bach/kernel';
import type { Rows } from '@minh-bach/projections';
import { nearestWith, peopleIn, type Handlers } from './nearest-with.ts';
import {
  ACTED_FOR,
  DEPUTIES_OF,
  EVER_HEADS,
  EVER_IN_POST,
  HOLDERS_OF,
  HOLDER_OF,
  POSTS_OF,
} from './queries.ts';
import { firstActingHead, leaderOf, type Superior } from './superior.ts';
import { branchOf, lineAbove } from './unit-lines.ts';
import { unitsBy, type Unit } from './units.ts';
import { postsOfUnit, type UnitPost } from './unit-posts.ts';

/** A post with the words that pages show. */
export interface TitledPost extends ActingPost {
  readonly title: { readonly vi: string; readonly en: string };
}

interface PostSelection {
  post: string;
  unit: string;
  title_vi: string;
  title_en: string;
  roles: Role[];
  deputy_for: string | null;
}

const titled = (rows: readonly PostSelection[]): TitledPost[] =>
  rows.map(({ post, unit, title_vi, title_en, roles, deputy_for }) => ({
    post,
    unit,
    title: { vi: title_vi, en: title_en },
    roles,
    ...(deputy_for === null ? {} : { deputyFor: deputy_for }),
  }));

/**
 * Who is who, as this service has noted it from the directory. All questions are about a date.
 *
 * Pages and guards ask the same of units, names and former heads at each request: those answers may be
 * kept, for a second at most where another process runs the rows. Commands ask `exact` for them.
 */
export class Organisation extends PeopleOfRecord {
  constructor(
    private readonly rows: Rows,
    private readonly clock: Clock,
    private readonly kept: Rows = rows,
  ) {
    super();
  }

  /** The same, with nothing kept: for what ends up in an event. */
  get exact(): Organisation {
    return new Organisation(this.rows, this.clock);
  }

  /** By the one thing a token proves: issuer and subject. An account of two people is nobody's. */
  override async find(issuer: string, subject: string, at: Date): Promise<Principal | undefined> {
    const [person, ...others] = await this.rows.query<{ id: string; name: string }[]>(
      'SELECT id, name FROM org_people WHERE issuer = $1 AND subject = $2 AND inactive_from IS NULL',
      [issuer, subject],
    );
    if (person === undefined || others.length > 0) return undefined;
    return {
      person: person.id,
      name: person.name,
      posts: await this.postsOf(person.id, localDate(at)),
    };
  }

  async postsOf(person: string, on = this.#today()): Promise<TitledPost[]> {
    return titled(await this.rows.query<PostSelection[]>(POSTS_OF, [person, on]));
  }

  /** The same for a page that shows them: the answer may be kept. */
  async postsToShow(person: string): Promise<TitledPost[]> {
    return titled(await this.kept.query<PostSelection[]>(POSTS_OF, [person, this.#today()]));
  }

  /**
   * Everybody for whom one of these deputised on any day since then, or is to, and for whom those did.
   *
   * @param since ISO date
   */
  async actedFor(people: readonly string[], since: string): Promise<string[]> {
    const rows = await this.rows.query<{ person: string }[]>(ACTED_FOR, [people, since]);
    return rows.map((row) => row.person);
  }

  /** The other way round: everybody who deputised for one of these, or for who did. @param since ISO date */
  async deputiesOf(people: readonly string[], since: string): Promise<string[]> {
    const rows = await this.rows.query<{ person: string }[]>(DEPUTIES_OF, [people, since]);
    return rows.map((row) => row.person);
  }

  /** The holder of a post on a day, if any. It is a fact: whether they may act is not asked. */
  async holderOf(post: string, on = this.#today()): Promise<string | null> {
    const [held] = await this.rows.query<{ person: string }[]>(HOLDER_OF, [post, on]);
    return held?.person ?? null;
  }

  /** Everybody who held a post on a day or acted in it, also by what entries took back since. */
  async everInPost(post: string, on: string): Promise<{ person: string; acted: boolean }[]> {
    return this.rows.query(EVER_IN_POST, [post, on]);
  }

  /** @param notFor people for whom they must not act as a deputy */
  async holds(
    person: string,
    role: Role,
    unit: string,
    on?: string,
    notFor: readonly string[] = [],
  ): Promise<boolean> {
    return (await this.postsOf(person, on)).some(
      (post) =>
        post.unit === unit &&
        post.roles.includes(role) &&
        !notFor.some((head) => head === post.deputyFor),
    );
  }

  /** Nearest first. The same question whatever the unit is, so its time tells nothing of a matter's. */
  async unitsAbove(unit: string): Promise<string[]> {
    return lineAbove(await this.units(), unit);
  }

  /** Units of a unit's whole branch, itself included. */
  async unitsOfBranch(unit: string): Promise<string[]> {
    return branchOf(await this.units(), unit);
  }

  /**
   * Who acts as head of the nearest unit above that has anybody: the direct superior of a unit's
   * people. Where nobody stands above, its own head: a breach is told to somebody.
   *
   * @param but people who are passed over, whatever post they act in
   */
  async superiorOf(unit: string, but: readonly string[] = []): Promise<Superior | null> {
    const units = await unitsBy(this.rows);
    if (!units.some(({ id }) => id === unit)) return null;
    const line = [...lineAbove(units, unit), unit];
    return firstActingHead(this.rows, line, this.#today(), but);
  }

  /**
   * The unit itself, or the nearest one above, in which anybody but these people, and those who act for
   * them, has such a role today.
   */
  async nearestWith(
    unit: string,
    roles: readonly Role[],
    but: readonly string[],
  ): Promise<Handlers | null> {
    const line = [unit, ...lineAbove(await unitsBy(this.rows), unit)];
    return this.firstWith(line, roles, but);
  }

  /** The first of these units, in the same way. */
  async firstWith(
    units: readonly string[],
    roles: readonly Role[],
    but: readonly string[],
  ): Promise<Handlers | null> {
    return nearestWith(this.rows, units, roles, this.#today(), but);
  }

  /** Everybody who has one of these roles today: in one of these units, or whatever the unit. */
  async peopleIn(roles: readonly Role[], units?: readonly string[]): Promise<string[]> {
    const ids = units ?? (await this.units()).map(({ id }) => id);
    return peopleIn(this.rows, ids, roles, this.#today());
  }

  /** Units that someone ever headed, in a post of their own or as a deputy. */
  async unitsEverHeadedBy(person: string): Promise<string[]> {
    const rows = await this.kept.query<{ unit: string }[]>(
      `SELECT DISTINCT unit FROM (${EVER_HEADS}) ever WHERE person = $2`,
      [this.#today(), person],
    );
    return rows.map(({ unit }) => unit);
  }

  /** Everybody who ever headed one of these units, or acted there as a head's deputy. */
  async everHeadsOf(units: readonly string[]): Promise<string[]> {
    return [...new Set((await this.everHeadsIn(units)).map(({ person }) => person))];
  }

  /** The same people, each with the unit. */
  async everHeadsIn(units: readonly string[]): Promise<{ person: string; unit: string }[]> {
    const heads = `SELECT person, unit FROM (${EVER_HEADS}) ever WHERE unit = ANY($2)`;
    return this.rows.query(heads, [this.#today(), units]);
  }

  /** Ids of all people there ever were. */
  async people(): Promise<string[]> {
    const rows = await this.rows.query<{ id: string }[]>('SELECT id FROM org_people ORDER BY id');
    return rows.map(({ id }) => id);
  }

  /** Units that someone heads today, himself or as a deputy. */
  async unitsHeadedBy(person: string): Promise<string[]> {
    const posts = await this.postsOf(person);
    return posts.filter(({ roles }) => roles.includes('head')).map(({ unit }) => unit);
  }

  /** The same units, and those of their whole branches. */
  async branchesHeadedBy(person: string): Promise<string[]> {
    const units = await this.unitsHeadedBy(person);
    const branches = await Promise.all(units.map((unit) => this.unitsOfBranch(unit)));
    return [...new Set(branches.flat())];
  }

  /** The holder of the post that leads the unit, also on leave. A deputy head is none, even while it is empty. */
  async headOf(unit: string): Promise<string | null> {
    return leaderOf(this.rows, unit, this.#today());
  }

  async unit(id: string): Promise<Unit | undefined> {
    return (await unitsBy(this.rows)).find((unit) => unit.id === id);
  }

  /** All there ever were: history names those that ended, too. */
  async units(): Promise<readonly Unit[]> {
    return unitsBy(this.kept);
  }

  async unitsOn(on = this.#today()): Promise<Unit[]> {
    return (await this.units()).filter(({ from, to }) => from <= on && (to === null || to >= on));
  }

  async postsOfUnit(unit: string, on = this.#today()): Promise<UnitPost[]> {
    return postsOfUnit(this.rows, unit, on);
  }

  /** Names of people, for pages: ids that are not known are left out. */
  async names(people: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.kept.query<{ id: string; name: string }[]>(
      'SELECT id, name FROM org_people WHERE id = ANY($1)',
      [[...new Set(people)]],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async holdersOf(
    role: Role,
    unit: string,
    on = this.#today(),
  ): Promise<{ person: string; name: string }[]> {
    return this.rows.query(HOLDERS_OF, [unit, on, role]);
  }

  #today(): string {
    return localDate(this.clock.now());
  }
}
