import { ruleOf, type Action } from '@minh-bach/contracts';
import { DomainError, type Actor } from '@minh-bach/kernel';
import { keptFrom, type ServiceRuntime } from '@minh-bach/platform';
import { loadPetition, type LoadedPetition } from '../petition-stream.ts';
import { onlySends } from './sending.ts';

/**
 * A petition whose identity this person may open. A person whom it names never does, whatever it is
 * called, also where it is a first complaint about a decision of theirs: nobody needs the sender to decide it.
 *
 * @throws DomainError `NOT_FOUND`
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
  const { petition } = found.registered.event.data;
  if (await service.shield.names(actor, petition)) throw new DomainError('NOT_FOUND');
  return found;
}

/** A clerk of the unit above sends the answer where the petition names each clerk below. */
async function sends(
  service: ServiceRuntime,
  { registered }: LoadedPetition,
  actor: Actor,
): Promise<boolean> {
  const { petition, unit } = registered.event.data;
  const kept = await keptFrom(service, { petitions: [petition], unit, isFirstComplaint: false });
  const { roles } = ruleOf('response.send');
  return (await service.organisation.nearestWith(unit, roles, kept))?.unit === actor.unit;
}
