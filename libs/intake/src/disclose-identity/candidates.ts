import { ruleOf, type PetitionState } from '@minh-bach/contracts';
import { keptFrom, mayVerify, type Matter, type ServiceRuntime } from '@minh-bach/platform';
import type { RegisteredPetition } from '../petition-stream.ts';

/** A case of it may still be given to somebody, or to another person. */
const IS_OR_MAY_BE_VERIFIED: readonly PetitionState[] = [
  'received',
  'classified',
  'accepted',
  'merged',
  'under_verification',
  'awaiting_approval',
];

/**
 * Who may be given the case to verify. Who verifies does not know who sent it, so these people open it in no
 * other post either. But where nobody else of the unit may, they do (`policy_default`).
 *
 * @param verifiers who verify it already
 */
export async function candidatesFor(
  service: Pick<ServiceRuntime, 'organisation' | 'shield'>,
  matter: Matter,
  { state }: Pick<RegisteredPetition, 'state'>,
  verifiers: readonly string[],
): Promise<readonly string[]> {
  if (!IS_OR_MAY_BE_VERIFIED.includes(state)) return [];
  const { organisation } = service;
  const { unit } = matter;
  const candidates = await mayVerify(organisation, unit);
  const but = [...(await keptFrom(service, matter)), ...verifiers, ...candidates];
  const left = await organisation.firstWith([unit], ruleOf('petition.open-original').roles, but);
  return left === null ? [] : candidates;
}
