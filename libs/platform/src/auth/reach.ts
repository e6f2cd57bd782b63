import { reaches, type Action } from '@minh-bach/contracts';
import { DomainError, type Actor } from '@minh-bach/kernel';

/**
 * A matter out of reach is the same 404 as one that does not exist.
 *
 * @param unitsAbove the units above `matterUnit`, nearest first
 * @throws DomainError `NOT_FOUND`
 */
export function assertReaches(
  action: Action,
  actor: Actor,
  matterUnit: string,
  unitsAbove: readonly string[],
): void {
  if (!reaches(action, actor.unit, matterUnit, unitsAbove)) throw new DomainError('NOT_FOUND');
}
