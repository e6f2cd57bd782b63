import { DomainError, type Actor } from '@minh-bach/kernel';
import type { Organisation } from '../organisation/organisation.ts';
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
  /**
   * ISO date. A head chooses their deputies, so where a petition is a denunciation, who deputised for a
   * possible respondent since that day does nothing in it. Left out where they may.
   */
  readonly receivedOn?: string;
}

/** By what is known of it: about no unit, or about this one. Who judges it first is the unit that acted. */
const isAbout = ({ about }: Protection, unit: string): boolean =>
  about === null || about.length === 0 || about.includes(unit);

/**
 * A person that a petition names does nothing in it as one of the staff, whatever the petition is called.
 * Nobody does it in that person's place. One exception: the first complaint about a decision goes to the
 * head of the unit that it is about, in their own post (Luật Khiếu nại Đ.7 k.1, Đ.17–18). Deputy heads are
 * staff: a complaint about them goes to the head.
 */
export async function isKeptByName(
  { shield, organisation }: Service,
  matter: Matter,
  actor: Actor,
): Promise<boolean> {
  const petitions = await Promise.all(matter.petitions.map((one) => shield.protectionOf(one)));
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
  return byName || deputies.includes(actor.person);
}

async function deputiesIn(
  { shield, organisation }: Service,
  { petitions, receivedOn }: Matter,
): Promise<string[]> {
  if (receivedOn === undefined) return [];
  const respondents = await shield.respondentsOfAny(petitions);
  return respondents.length === 0 ? [] : organisation.deputiesOf(respondents, receivedOn);
}

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
  const [respondents, named, head, deputies] = await Promise.all([
    shield.respondentsOfAny(petitions),
    shield.namedByAny(petitions),
    isFirst ? organisation.headOf(unit) : null,
    deputiesIn(service, { ...matter, petitions }),
  ]);
  const others = named.filter((who) => who !== head);
  return [...new Set([...respondents, ...others, ...deputies])];
}
