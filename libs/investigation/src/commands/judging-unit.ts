import { refusalsOf, approveConclusion, ruleOf, isOneOf } from '@minh-bach/contracts';
import type { Actor, DomainError } from '@minh-bach/kernel';
import {
  keptFrom,
  mayUrge,
  type Matter,
  type ServiceRuntime,
  type Unit,
} from '@minh-bach/platform';
import type { Received } from '../domain/case.state.ts';

type Asked = Pick<ServiceRuntime, 'organisation' | 'shield'>;
/** A unit and those in it who may; `null`: nobody in the line. */
type Handlers = Awaited<ReturnType<Asked['organisation']['firstWith']>>;

/** ISO date: the earliest on which it was ever said to have been received. */
export const keptSinceOf = ({ case: { keptSince, receivedOn } }: Received): string =>
  keptSince ?? receivedOn;

export const matterOf = (state: Received): Matter => {
  const { petitions, competentUnit: unit, kind, instance } = state.case;
  const isFirstComplaint = kind === 'complaint' && instance === 1;
  return { petitions, unit, isFirstComplaint, kind, receivedOn: keptSinceOf(state) };
};

/**
 * Respondents of its petitions, since a case may be about what was a denunciation once, people whom they
 * name, and possible resolvers of the first complaint. Nothing waits for them.
 */
const keptFromCase = (service: Asked, state: Received): Promise<string[]> =>
  keptFrom(service, matterOf(state));

/** People whom it names are heard in nothing, also a head who may decide it. */
const keptFromWork = (service: Asked, state: Received): Promise<string[]> =>
  keptFrom(service, { ...matterOf(state), isFirstComplaint: false });

/** A draft of a person who was named since is returned, never approved. @throws DomainError `PROPOSER_NAMED` */
export async function refuseNamedProposer(service: Asked, state: Received): Promise<void> {
  const { draft } = state;
  if (draft && isOneOf(await keptFromWork(service, state), draft.proposer))
    throw refusalsOf(approveConclusion)('PROPOSER_NAMED');
}

/** The unit that assigns: that of the case, or the nearest above with a head who is not kept from it. */
export const assigningUnit = async (service: Asked, state: Received): Promise<Unit | null> =>
  nearest(service, state, 'case.assign', await keptFromCase(service, state));

/**
 * The unit that judges a draft: that of the case, or the nearest above with somebody who may. People
 * who worked on the case, and those kept from it, do not count.
 */
export async function judgingUnit(service: Asked, state: Received): Promise<Unit | null> {
  const kept = await keptFromCase(service, state);
  return nearest(service, state, 'case.approve', [...kept, ...state.workers]);
}

async function nearest(
  { organisation }: Asked,
  { case: { competentUnit } }: Received,
  action: 'case.assign' | 'case.approve',
  but: readonly string[],
): Promise<Unit | null> {
  const found = await organisation.nearestWith(competentUnit, ruleOf(action).roles, but);
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
  // A head who decides a first complaint that names them verifies nothing in it.
  const kept = await keptFromWork(service, state);
  const held = await Promise.all(
    units.map((unit) => organisation.holds(assignee, 'verifier', unit, undefined, kept)),
  );
  return held.includes(true) && !kept.includes(assignee);
}

/** Whether the petition names this person is not asked: the answer to a report must not tell that. */
export async function verifiesHere(
  service: Asked,
  state: Received,
  person: string,
): Promise<boolean> {
  const assigning = await assigningUnit(service, state);
  const units = [state.case.competentUnit, ...(assigning ? [assigning.id] : [])];
  const held = units.map((unit) => service.organisation.holds(person, 'verifier', unit));
  return (await Promise.all(held)).includes(true);
}

/**
 * The unit above whose head is asked for guidance: the nearest with one whom no petition of it names, and who
 * is not kept from it otherwise. Worked out at every asking: who is named later answers nothing.
 */
export async function guidingUnit(service: Asked, state: Received): Promise<Handlers> {
  const { organisation } = service;
  const assigning = await assigningUnit(service, state);
  const above = await organisation.unitsAbove(assigning?.id ?? state.case.competentUnit);
  return organisation.firstWith(
    above,
    ruleOf('case.guide').roles,
    await keptFromCase(service, state),
  );
}

/**
 * The unit that the case lies with: it assigns it, judges the draft that waits, or issues the decision. Where
 * nobody may, its own.
 */
export async function holdingUnit(service: Asked, state: Received): Promise<string> {
  const { competentUnit } = state.case;
  const holding =
    state.is === 'proposed'
      ? await judgingUnit(service, state)
      : await assigningUnit(service, state);
  return holding?.id ?? competentUnit;
}

/** The unit that this person urges, where they head the one directly above; else `null`. */
export async function urgedBy(
  service: Asked,
  state: Received,
  actor: Actor,
): Promise<string | null> {
  const to = await holdingUnit(service, state);
  const kept = await keptFromWork(service, state);
  return (await mayUrge(service, 'case.urge', { to, kept }, actor)) ? to : null;
}

/** Of that unit, and among those who are left in it. */
export const guides = (guiding: Handlers, { person: who, unit }: Actor): boolean =>
  guiding?.unit === unit && guiding.people.includes(who);

/** `FOUR_EYES`, with who may instead. */
export function fourEyes(unit: string, judging: Unit | null): DomainError {
  const refuse = refusalsOf(approveConclusion);
  if (!judging) return refuse('FOUR_EYES_NOBODY');
  if (judging.id === unit) return refuse('FOUR_EYES');
  const { id, name } = judging;
  return refuse('FOUR_EYES_ABOVE', { unit: id, unitVi: name.vi, unitEn: name.en });
}
