import { isOneOf, reaches, roleFor, type Action } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { everMergedWith, mayVerify, verifiersOf, type ServiceRuntime } from '@minh-bach/platform';
import { isKeptFromSender, type LoadedPetition } from '../petition-stream.ts';

/** By each of them somebody may know, or say, that two have one sender. A clerk opens an address alone. */
const KNOWN_BY: readonly Action[] = ['petition.merge', 'petition.open-original'];

/**
 * Whether somebody may be told that a petition and another have one sender: they open senders of its unit,
 * and neither verify its case nor may be given it (the rule of `MERGE_BY_VERIFIER`).
 *
 * @param roles of the acting post
 */
export async function mayKnowOfOneSender(
  service: ServiceRuntime,
  loaded: LoadedPetition,
  actor: Actor,
  roles: readonly string[],
): Promise<boolean> {
  const { unit } = loaded.state;
  const above = await service.organisation.unitsAbove(unit);
  const has = (action: Action) =>
    roleFor(action, roles) !== undefined && reaches(action, actor.unit, unit, above);
  if (!KNOWN_BY.some(has)) return false;
  if (await isKeptFromSender(service, loaded, actor)) return false;
  return !(await mayComeToVerify(service, loaded, actor));
}

/** Its case, or that of a petition that it is or was merged with: they are of one sender. */
export async function mayComeToVerify(
  service: ServiceRuntime,
  { state: { petition, unit } }: LoadedPetition,
  actor: Actor,
): Promise<boolean> {
  const { organisation, infrastructure } = service;
  const others = await everMergedWith(infrastructure.store, petition);
  if (others === null) return true;
  const verifying = await verifiersOf(infrastructure.store, [petition, ...others]);
  return isOneOf([...verifying, ...(await mayVerify(organisation, unit))], actor);
}
