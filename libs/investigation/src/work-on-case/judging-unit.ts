import { ruleOf } from '@minh-bach/contracts';
import { DomainError } from '@minh-bach/kernel';
import type { ServiceRuntime, Unit } from '@minh-bach/platform';
import type { Received } from '../domain/case.decider.ts';

/**
 * Who judges a draft: the unit of the case, or where everybody who may has worked on it, the nearest
 * unit above with somebody who has not.
 */
export async function judgingUnit(
  { organisation }: Pick<ServiceRuntime, 'organisation'>,
  { case: { competentUnit }, workers }: Received,
): Promise<Unit | null> {
  const { roles } = ruleOf('case.approve');
  const found = await organisation.nearestWith(competentUnit, roles, workers);
  return found && ((await organisation.unit(found.unit)) ?? null);
}

/** `FOUR_EYES`, with who may instead. */
export function fourEyes(unit: string, judging: Unit | null): DomainError {
  if (!judging) return new DomainError('FOUR_EYES_NOBODY');
  if (judging.id === unit) return new DomainError('FOUR_EYES');
  const { id, name } = judging;
  return new DomainError('FOUR_EYES_ABOVE', { unit: id, unitVi: name.vi, unitEn: name.en });
}
