import { willOf, type Acting } from '@minh-bach/contracts';
import type { EventStore } from '@minh-bach/event-store';
import type { ReadModel } from '@minh-bach/projections';
import type { Vault } from '@minh-bach/vault';
import { decodeFollowed, Together } from '@minh-bach/kernel';
import { Any } from 'typeorm';
import type { Organisation } from '../organisation/organisation.ts';
import { RESOLVERS_OF_FIRST, type FirstResolver } from './first-resolvers.projection.ts';
import { PersonTags, peopleTagged } from './person-tags.ts';
import { ProtectionRow } from './protection.projection.ts';
import {
  EVERYBODY,
  decidingStreamOf,
  evolveProtection,
  isRespondentUnknown,
  unprotected,
  type Protection,
} from './protection.ts';

export interface ShieldOptions {
  readonly rights: Pick<ReadModel, 'dataSource' | 'fresh'>;
  readonly organisation: Organisation;
  readonly store: EventStore;
  readonly vault: Pick<Vault, 'blindIndex'>;
}

/** By its number, or as it was judged a moment ago. */
export type Petition = string | Protection;

/** A person, in the post in which they ask. */
export type Asker = string | Acting;

/** The person who asks, and the person that they act for. */
const peopleOf = (asker: Asker): readonly string[] =>
  typeof asker === 'string' ? [asker] : willOf(asker);

/** Their heads are kept out. */
const unitsKeptOut = (denunciation: Protection): readonly string[] => {
  const { everUnits, unit } = denunciation;
  return isRespondentUnknown(denunciation) && unit !== null ? [...everUnits, unit] : everUnits;
};

/** What a list adds to its conditions. */
export interface ListShield {
  /** @param stream SQL for the name of the row's stream, in this service */
  admits(stream: string): string;
  /** Nothing of it may be found by its words. @param stream as in `admits` */
  isDenunciation(stream: string): string;
  /** The opposite, by which the few that are kept are found. @param stream as in `admits` */
  keeps(stream: string): string;
  /** It ever named the asker, whatever it is called. @param stream as in `admits` */
  names(stream: string): string;
  readonly parameters: { readonly shieldHeaded: string[]; readonly shieldTags: string[] };
}

const KEPT_FROM_ASKER = `
  SELECT kept.stream FROM protections p JOIN matter_streams kept ON kept.matter = p.petition
   WHERE p.is_denunciation
     AND (p.ever_units && :shieldHeaded::text[] OR p.ever_people && :shieldTags::text[]
       OR (coalesce(cardinality(p.units), 0) + coalesce(cardinality(p.people), 0) = 0
           AND p.unit = ANY(:shieldHeaded::text[])))`;

const EVER_NAMED = `
  SELECT told.stream FROM protections p JOIN matter_streams told ON told.matter = p.petition
   WHERE p.ever_units && :shieldHeaded::text[] OR p.ever_people && :shieldTags::text[]`;

const ALL_DENUNCIATIONS = `
  SELECT told.stream FROM protections p JOIN matter_streams told ON told.matter = p.petition
   WHERE p.is_denunciation`;

const DENUNCIATIONS = `
  SELECT DISTINCT s.stream FROM matter_streams s
    JOIN protections p ON p.petition = s.matter AND p.is_denunciation
   WHERE s.stream = ANY($1)`;

/**
 * The one predicate of visibility beside unit and role: a denunciation does not exist for a person
 * whom it may be about (Luật Tố cáo Đ.56). Every page, list, count, history, notice, command and
 * disclosure of every service asks it here. For a denunciation (declared or found to be one, once and
 * for ever) these people are respondents, whatever post or role they act in today:
 *
 * 1. the people whom it ever named;
 * 2. everybody who ever headed a unit that it ever named, or acted as a head's deputy there, if only for a
 *    day: earlier heads, too, those who came after, and those whose entry was changed since;
 * 3. where it named nobody once: the same people of the unit that received it, also when somebody is
 *    named later.
 *
 * A deputy of one of them is kept out, too, while they act in that post.
 *
 * What is known of a petition is exact at the moment of asking: it is read in the log, not in what messages
 * have brought. Former heads are known as soon as their rows are, or a second later where another process
 * runs the rows.
 */
export class Shield {
  readonly #tags: PersonTags;
  readonly #rows = new Together<string, ProtectionRow | undefined>(async (petitions) => {
    const rows = this.options.rights.dataSource.getRepository(ProtectionRow);
    const found = await rows.findBy({ petition: Any([...petitions]) });
    return petitions.map((asked) => found.find(({ petition }) => petition === asked));
  });

  readonly #denunciations = new Together<readonly string[], ReadonlySet<string>>(async (asked) => {
    const { dataSource } = this.options.rights;
    const streams = [...new Set(asked.flat())];
    const found = await dataSource.query<{ stream: string }[]>(DENUNCIATIONS, [streams]);
    const all = new Set(found.map(({ stream }) => stream));
    return asked.map((each) => new Set(each.filter((stream) => all.has(stream))));
  });

  constructor(private readonly options: ShieldOptions) {
    this.#tags = new PersonTags(options.vault, options.organisation);
  }

  /** What is known of a petition now: of one that nobody has, that nothing protects it. */
  async protectionOf(petition: Petition): Promise<Protection> {
    if (typeof petition !== 'string') return petition;
    let protection: Protection = (await this.#rows.ask(petition)) ?? unprotected(petition);
    // What the row holds is not read again: a stream may be as long as another account makes it.
    const from = protection.decidedUpTo + 1;
    const { store } = this.options;
    for await (const stored of store.readStream(decidingStreamOf(petition), { from })) {
      const { id, stream, revision, position, type, data, metadata } = stored;
      const { isReadable: _, ...read } = decodeFollowed(type, data, metadata);
      protection = evolveProtection(protection, { id, stream, revision, position, ...read });
    }
    return protection;
  }

  /**
   * Whether a person is, or may be, a respondent of a denunciation. `false` for every other petition.
   * In force with the event that names them: before the command that appended it was answered.
   */
  async isRespondent(asker: Asker, petition: Petition): Promise<boolean> {
    const [protection, { headed, tags }] = await Promise.all([
      this.protectionOf(petition),
      this.#knownOf(asker),
    ]);
    if (!protection.isDenunciation) return false;
    const { everUnits, everPeople, unit } = protection;
    return (
      tags.some((tag) => everPeople.includes(tag)) ||
      headed.some((id) => everUnits.includes(id)) ||
      (isRespondentUnknown(protection) && unit !== null && headed.includes(unit))
    );
  }

  /** Whether it ever named this person, whatever it is called: they decide nothing of it as one of the staff. */
  async names(asker: Asker, petition: Petition): Promise<boolean> {
    const [{ everPeople }, { tags }] = await Promise.all([
      this.protectionOf(petition),
      this.#knownOf(asker),
    ]);
    return tags.some((tag) => everPeople.includes(tag));
  }

  /** The same people as a list: everybody of whom `isRespondent` is true, whatever post they ask in. */
  async respondentsOf(petition: Petition): Promise<string[]> {
    const [respondents] = await this.respondentsIn([await this.protectionOf(petition)]);
    return respondents!;
  }

  /** The same of each of these, as they stand or would stand, asked as one. */
  async respondentsIn(protections: readonly Protection[]): Promise<string[][]> {
    const denunciations = protections.filter(({ isDenunciation }) => isDenunciation);
    if (denunciations.length === 0) return protections.map(() => []);
    const respondents = await this.#respondentsBy(denunciations);
    return protections.map((one) => (one.isDenunciation ? respondents(one) : []));
  }

  /**
   * The same of many, by rows that `forLists` has waited for. Its queries are the same, however many
   * petitions there are and whatever they name: their number tells nothing.
   */
  async respondentsOfEach(petitions: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
    const rows = this.options.rights.dataSource.getRepository(ProtectionRow);
    const found = await rows.findBy({ petition: Any([...petitions]), isDenunciation: true });
    const respondents = await this.#respondentsBy(found);
    return new Map(found.map((row) => [row.petition, respondents(row)]));
  }

  /** @param denunciations all that the answer is asked of */
  async #respondentsBy(
    denunciations: readonly Protection[],
  ): Promise<(denunciation: Protection) => string[]> {
    const [heads, everybody] = await Promise.all([
      this.options.organisation.everHeadsIn([...new Set(denunciations.flatMap(unitsKeptOut))]),
      this.#tags.everybody(),
    ]);
    const headsOf = Map.groupBy(heads, ({ unit }) => unit);
    return (denunciation) => {
      const units = unitsKeptOut(denunciation);
      if (units.includes(EVERYBODY)) return [...everybody.values()];
      const theirs = units.flatMap((unit) => (headsOf.get(unit) ?? []).map(({ person }) => person));
      return [...new Set([...theirs, ...peopleTagged(everybody, denunciation.everPeople)])];
    };
  }

  /** Everybody who is a respondent of any of these petitions: a case may have several. */
  async respondentsOfAny(petitions: readonly Petition[]): Promise<string[]> {
    const protections = await Promise.all(petitions.map((one) => this.protectionOf(one)));
    return [...new Set((await this.respondentsIn(protections)).flat())];
  }

  /** Everybody whom any of these petitions ever named, whatever they are called. */
  async namedByAny(petitions: readonly Petition[]): Promise<string[]> {
    const protections = await Promise.all(petitions.map((one) => this.protectionOf(one)));
    return this.#tags.people(protections.flatMap(({ everPeople }) => everPeople));
  }

  /** Who resolved or verified first complaints about one of these units, but for that of these petitions. */
  async resolversOfFirst(
    units: readonly string[],
    but: readonly string[],
  ): Promise<readonly FirstResolver[]> {
    return this.options.rights.dataSource.query(RESOLVERS_OF_FIRST, [[...units, EVERYBODY], but]);
  }

  /**
   * For rows: what is known of protections, and of the asker, is as new as the log when this resolves. What
   * happens later reaches lists after rights (`behind`), so a row is never there without its protection.
   *
   * @throws DomainError `PROJECTION_LATE` or `READ_MODEL_STOPPED` (503) where it is not, in time; then
   *   nothing is shown
   */
  async forLists(asker: Asker): Promise<ListShield> {
    const everybodys = await this.forEverybody();
    const { headed, tags } = await this.#knownOf(asker);
    return {
      ...everybodys,
      admits: (stream) => `NOT (${stream} IN (${KEPT_FROM_ASKER}))`,
      keeps: (stream) => `${stream} IN (${KEPT_FROM_ASKER})`,
      names: (stream) => `${stream} IN (${EVER_NAMED})`,
      parameters: { shieldHeaded: headed, shieldTags: tags },
    };
  }

  /**
   * For rows that need no right: a page that drops some of them afterwards would tell that they are there.
   *
   * @throws DomainError as `forLists`
   */
  async forEverybody(): Promise<Pick<ListShield, 'isDenunciation'>> {
    await this.options.rights.fresh();
    return { isDenunciation: (stream) => `${stream} IN (${ALL_DENUNCIATIONS})` };
  }

  /** Together with the mark of lists that are too long: it keeps a petition from everybody. */
  async #knownOf(asker: Asker): Promise<{ headed: string[]; tags: string[] }> {
    const people = peopleOf(asker);
    const { organisation } = this.options;
    const [headed, tags] = await Promise.all([
      Promise.all(people.map((person) => organisation.unitsEverHeadedBy(person))),
      Promise.all(people.map((person) => this.#tags.of(person))),
    ]);
    return { headed: [...headed.flat(), EVERYBODY], tags: [...tags, EVERYBODY] };
  }

  /** Which of these streams tell of a denunciation: of rows that `forLists` has waited for. */
  async denunciationsAmong(streams: readonly string[]): Promise<ReadonlySet<string>> {
    return this.#denunciations.ask(streams);
  }

  /** Ids of the people with these tags, as far as the directory knows them. */
  async peopleWith(tags: readonly string[]): Promise<string[]> {
    return this.#tags.people(tags);
  }

  /** What events and messages carry in place of a person whom a petition names. */
  async tagOf(person: string): Promise<string> {
    return this.#tags.of(person);
  }
}
