import { ruleOf, type Action, type PetitionKind, isOneOf } from '@minh-bach/contracts';
import { DomainError, type Actor } from '@minh-bach/kernel';
import type { Organisation } from '../organisation/organisation.ts';
import { mayHaveResolvedFirst } from './first-instance.ts';
import type { Protection } from './protection.ts';
import type { Petition, Shield } from './shield.ts';

interface Service {
  readonly shield: Shield;
  readonly organisation: Organisation;
}

/** What the rule has to know of a matter. */
export interface Matter {
  readonly petitions: readonly Petition[];
  /** The unit that handles or resolves it. */
  readonly unit: string;
  readonly isFirstComplaint: boolean;
  /** What it is called; a complaint also where a step would make it one. */
  readonly kind: PetitionKind;
  /**
   * ISO date. A head chooses their deputies, so where a petition is a denunciation, who deputised for a
   * possible respondent since that day does nothing in it. Left out where they may.
   */
  readonly receivedOn?: string;
  /**
   * It shows who sent it, or changes what is said of them: not for who deputised for a person whom it names
   * either, whatever it is called. Only while somebody else with the right is left: a head would shut the
   * sender to a whole unit.
   */
  readonly opensSender?: { readonly action: Action; readonly notBy?: readonly string[] };
}

/** By what is known of it: about no unit, or about this one. Who judges it first is the unit that acted. */
const isAbout = ({ about }: Protection, unit: string): boolean =>
  about === null || about.length === 0 || about.includes(unit);

/**
 * A person that a petition names does nothing in it as one of the staff, whatever the petition is called.
 * Nobody does it in that person's place. One exception: the first complaint about a decision goes to the
 * head of the unit that it is about, in their own post (Luật Khiếu nại Đ.7 k.1, Đ.17–18). Deputy heads are
 * staff: a complaint about them goes to the head.
 *
 * People who may have resolved or verified the first complaint do nothing in a second one either
 * (`mayHaveResolvedFirst`).
 */
export async function isKeptByName(
  service: Service,
  matter: Matter,
  actor: Actor,
): Promise<boolean> {
  const { shield, organisation } = service;
  const petitions = await Promise.all(matter.petitions.map((one) => shield.protectionOf(one)));
  const judged = await mayHaveResolvedFirst(service, { ...matter, petitions });
  if (isOneOf(judged, actor)) return true;
  const named = petitions.map((petition) => shield.names(actor, petition));
  if (!(await Promise.all(named)).includes(true)) return false;
  const { unit } = matter;
  const isFirst = matter.isFirstComplaint && petitions.every((one) => isAbout(one, unit));
  const decidesFirst = isFirst && actor.unit === unit && actor.deputyFor === undefined;
  return !(decidesFirst && (await organisation.headOf(unit)) === actor.person);
}

/** By a name, or since they deputised for a respondent. */
export async function isKept(service: Service, matter: Matter, actor: Actor): Promise<boolean> {
  const kept = [isKeptByName(service, matter, actor), deputiesIn(service, matter)] as const;
  const [byName, deputies] = await Promise.all(kept);
  return byName || isOneOf(deputies, actor);
}

async function deputiesIn(
  { shield, organisation }: Service,
  { petitions, unit, receivedOn, opensSender }: Matter,
): Promise<string[]> {
  if (receivedOn === undefined) return [];
  const deputiesOf = async (people: readonly string[]) =>
    people.length === 0 ? [] : organisation.deputiesOf(people, receivedOn);
  const respondents = await shield.respondentsOfAny(petitions);
  const theirs = await deputiesOf(respondents);
  if (!opensSender) return theirs;
  const { action, notBy = [] } = opensSender;
  const named = await shield.namedByAny(petitions);
  const barred = [...theirs, ...(await deputiesOf(named))];
  const others = [...respondents, ...named, ...barred, ...notBy];
  const units = staysInUnit(action) ? [unit] : [unit, ...(await organisation.unitsAbove(unit))];
  const left = await organisation.firstWith(units, ruleOf(action).roles, others);
  return left === null ? theirs : barred;
}

/** The answer is sent from above where nobody else does it (response's `sendingUnit`). */
const staysInUnit = (action: Action): boolean =>
  ruleOf(action).scope === 'unit' && action !== 'response.send';

/**
 * For `beforeDecision`: while a command waits, another service may record names or another kind.
 *
 * @throws DomainError `NOT_FOUND`, as for what there is not
 */
export async function refuseKept(service: Service, matter: Matter, actor: Actor): Promise<void> {
  const { shield } = service;
  const petitions = await Promise.all(matter.petitions.map((one) => shield.protectionOf(one)));
  const respondent = petitions.map((petition) => shield.isRespondent(actor, petition));
  const kept = await Promise.all([...respondent, isKept(service, { ...matter, petitions }, actor)]);
  if (kept.includes(true)) throw new DomainError('NOT_FOUND');
}

/** The same people as a list, together with the respondents. A step goes up where a unit has only them. */
export async function keptFrom(service: Service, matter: Matter): Promise<string[]> {
  const { shield, organisation } = service;
  const { petitions: asked, unit, isFirstComplaint } = matter;
  const petitions = await Promise.all(asked.map((petition) => shield.protectionOf(petition)));
  const isFirst = isFirstComplaint && petitions.every((one) => isAbout(one, unit));
  const [respondents, named, head, deputies, judged] = await Promise.all([
    shield.respondentsOfAny(petitions),
    shield.namedByAny(petitions),
    isFirst ? organisation.headOf(unit) : null,
    deputiesIn(service, { ...matter, petitions }),
    mayHaveResolvedFirst(service, { ...matter, petitions }),
  ]);
  const others = named.filter((who) => who !== head);
  return [...new Set([...respondents, ...others, ...deputies, ...judged])];
}

/** Whom these petitions are or may be about, or name: neither do they urge them, nor hear that they are late. */
export async function keptFromUrging(
  service: Service,
  asked: readonly Petition[],
  unit: string,
): Promise<string[]> {
  const petitions = await Promise.all(asked.map((one) => service.shield.protectionOf(one)));
  const kind = petitions.some(({ isDenunciation }) => isDenunciation)
    ? 'denunciation'
    : 'complaint';
  return keptFrom(service, { petitions, unit, kind, isFirstComplaint: false });
}
