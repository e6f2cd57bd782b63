import { discloseIdentity, isOneOf, refusalsOf, ruleOf, type Action } from '@minh-bach/contracts';
import { DomainError, type Actor } from '@minh-bach/kernel';
import {
  everMergedWith,
  isKept,
  keptFrom,
  verifiersOf,
  type Matter,
  type ServiceRuntime,
} from '@minh-bach/platform';
import { loadPetition, readPetition, type LoadedPetition } from '../petition-stream.ts';
import { candidatesFor } from './candidates.ts';
import { onlySends } from './sending.ts';

/**
 * A petition whose identity this person may open. A person whom it names never does, whatever it is
 * called, also where it is a first complaint about a decision of theirs: nobody needs the sender to decide it.
 * The same holds for a person who deputised for a respondent since it was received. It holds for a deputy of
 * another named person, too, but only while somebody else is left who may open it.
 *
 * Verifiers of its case, and those who may be given it (`candidatesFor`), open none in whatever post: they have
 * not the right as verifiers, and get it by no other post. Officers are appointed by name, and clerks send to
 * the address once the case is decided.
 *
 * What it is or was merged with is of the same sender: who is kept from one of them, or verifies its case or may
 * be given it, opens none.
 *
 * @throws DomainError `NOT_FOUND`, `ACTION_FORBIDDEN`, `VERIFIERS_OPEN_NOTHING`
 */
export async function loadToOpen(
  service: ServiceRuntime,
  number: string,
  action: Action,
  actor: Actor,
): Promise<LoadedPetition> {
  const isClerk = onlySends(actor);
  const found = await loadPetition(
    service,
    number,
    isClerk ? 'petition.read-received' : action,
    actor,
  );
  if (isClerk && !(await sends(service, found, actor)))
    await service.matters.assertReach(found.stream, action, actor);
  const together = await ofOneSender(service, found);
  const verifiers =
    isClerk || found.isDenunciation ? [] : await openNothing(service, found, together);
  const matter = matterToOpen(
    found,
    isClerk ? 'response.send' : 'petition.open-original',
    verifiers,
  );
  const respondents = service.shield.respondentsOfAny(together.slice(1));
  const kept = await isKept(service, { ...matter, petitions: together }, actor);
  if (kept || isOneOf(await respondents, actor)) throw new DomainError('NOT_FOUND');
  if (isOneOf(verifiers, actor)) throw refusalsOf(discloseIdentity)('VERIFIERS_OPEN_NOTHING');
  return found;
}

/** This one first. */
async function ofOneSender(
  { infrastructure: { store } }: ServiceRuntime,
  { registered }: LoadedPetition,
): Promise<readonly string[]> {
  const { petition } = registered.event.data;
  const others = await everMergedWith(store, petition);
  if (others === null) throw new DomainError('NOT_FOUND');
  return [petition, ...others];
}

/** Of each petition of this sender. Where another one is a denunciation, its answer depends on nothing of it. */
async function openNothing(
  service: ServiceRuntime,
  found: LoadedPetition,
  [, ...others]: readonly string[],
): Promise<string[]> {
  const { petition } = found.registered.event.data;
  const { store } = service.infrastructure;
  const verifiers = await verifiersOf(store, [petition, ...others]);
  const together = [found, ...(await Promise.all(others.map((one) => readPetition(service, one))))];
  const candidates = together.map(async (one) => {
    if (!one || one.state.everDenunciation) return [];
    return candidatesFor(
      service,
      matterToOpen(one, 'petition.open-original'),
      one.state,
      verifiers,
    );
  });
  return [...verifiers, ...(await Promise.all(candidates)).flat()];
}

/**
 * Also where it is a first complaint about a decision of the asker.
 *
 * @param notBy people who have not the right, whatever their post
 */
export const matterToOpen = (
  {
    registered,
    state: { kind, keptSince: receivedOn },
  }: Pick<LoadedPetition, 'registered' | 'state'>,
  action: Action,
  notBy: readonly string[] = [],
): Matter => {
  const { petition, unit } = registered.event.data;
  const matter = { petitions: [petition], unit, kind, receivedOn };
  return { ...matter, isFirstComplaint: false, opensSender: { action, notBy } };
};

/** A clerk of the unit above sends the answer where the petition names each clerk below. */
async function sends(
  service: ServiceRuntime,
  found: LoadedPetition,
  actor: Actor,
): Promise<boolean> {
  const matter = matterToOpen(found, 'response.send');
  const { unit } = matter;
  const kept = await keptFrom(service, matter);
  const { roles } = ruleOf('response.send');
  return (await service.organisation.nearestWith(unit, roles, kept))?.unit === actor.unit;
}
