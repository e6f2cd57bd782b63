import { refusalsOf, approveConclusion, ruleOf } from '@minh-bach/contracts';
import type { DomainError } from '@minh-bach/kernel';
import type { ServiceRuntime, Unit } from '@minh-bach/platform';
import type { Received } from '../domain/case.decider.ts';

type Asked = Pick<ServiceRuntime, 'organisation' | 'shield'>;

/**
 * Respondents of its petitions: a case may be about what was a denunciation once. They do not see it,
 * so nothing waits for them.
 */
export const respondentsOfCase = (
  { shield }: Pick<Asked, 'shield'>,
  { case: { petitions } }: Received,
): Promise<string[]> => shield.respondentsOfAny(petitions);

/** The unit that assigns: that of the case, or the nearest above with a head who is no respondent. */
export const assigningUnit = async (service: Asked, state: Received): Promise<Unit | null> =>
  nearest(service, state, 'case.assign', await respondentsOfCase(service, state));

/**
 * The unit that judges a draft: that of the case, or the nearest above with somebody who may. People
 * who worked on the case, and respondents, do not count.
 */
export async function judgingUnit(service: Asked, state: Received): Promise<Unit | null> {
  const respondents = await respondentsOfCase(service, state);
  return nearest(service, state, 'case.approve', respondents, state.workers);
}

async function nearest(
  { organisation }: Asked,
  { case: { competentUnit } }: Received,
  action: 'case.assign' | 'case.approve',
  but: readonly string[],
  others: readonly string[] = [],
): Promise<Unit | null> {
  const found = await organisation.nearestWith(competentUnit, ruleOf(action).roles, but, others);
  return found && ((await organisation.unit(found.unit)) ?? null);
}

/**
 * A verifier of the unit of the case or of the unit that assigns it, no respondent, and nobody whom a
 * petition of it names, whatever it is called.
 */
export async function mayBeAssigned(
  service: Asked,
  state: Received,
  assignee: string,
): Promise<boolean> {
  const { organisation } = service;
  const assigning = await assigningUnit(service, state);
  const units = [state.case.competentUnit, ...(assigning ? [assigning.id] : [])];
  const respondents = await respondentsOfCase(service, state);
  const { petitions } = state.case;
  const named = petitions.map((petition) => service.shield.names(assignee, petition));
  if ((await Promise.all(named)).includes(true)) return false;
  const held = await Promise.all(
    units.map((unit) => organisation.holds(assignee, 'verifier', unit, undefined, respondents)),
  );
  return held.includes(true) && !respondents.includes(assignee);
}

/** `FOUR_EYES`, with who may instead. */
export function fourEyes(unit: string, judging: Unit | null): DomainError {
  const refuse = refusalsOf(approveConclusion);
  if (!judging) return refuse('FOUR_EYES_NOBODY');
  if (judging.id === unit) return refuse('FOUR_EYES');
  const { id, name } = judging;
  return refuse('FOUR_EYES_ABOVE', { unit: id, unitVi: name.vi, unitEn: name.en });
}
