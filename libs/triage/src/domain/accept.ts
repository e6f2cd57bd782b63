import { acceptPetition, refusalsOf, type Refusal } from '@minh-bach/contracts';
import { clocksOfOutcome } from './petition-clocks.ts';
import type { AcceptPetition } from './petition.commands.ts';
import type { PetitionEvent } from './petition.events.ts';
import type { Taken } from './petition.state.ts';
import { refuseUnclassified } from './settle.ts';

/**
 * A second complaint goes to the level above (Luật Khiếu nại Đ.7). So the unit complained of is known, and
 * was never this one. While no unit is named, this one is taken for it. Two persons strike out a unit that
 * was named, or taken for it, in error.
 */
function refuseToJudgeItself(
  { unit, everUnits }: Taken,
  jurisdiction: AcceptPetition['jurisdiction'],
  refuse: Refusal<'COMPLAINED_UNIT_MISSING' | 'UNIT_JUDGES_ITSELF'>,
): void {
  if (jurisdiction === null) throw refuse('COMPLAINED_UNIT_MISSING');
  if (everUnits.includes(unit)) throw refuse('UNIT_JUDGES_ITSELF');
}

/** Thụ lý: only what is a complaint, and only by the competent unit. */
export function accept(state: Taken, command: AcceptPetition): PetitionEvent {
  const refuse = refusalsOf(acceptPetition);
  refuseUnclassified(state, refuse);
  if (state.kind !== 'complaint') throw refuse('KIND_NOT_YET_HANDLED', { kind: state.kind });
  const { type: _, jurisdiction: found, ...decision } = command;
  if (decision.competentUnit !== state.unit || (found && found.unit !== state.unit))
    throw refuse('UNIT_NOT_COMPETENT');
  if (decision.instance === 2) refuseToJudgeItself(state, found, refuse);
  // Who differs from the proposal says why.
  if (!decision.basis.agreed && decision.reason === null) throw refuse('REASON_MISSING');
  const jurisdiction = found && { level: found.level, title: found.title, law: found.law };
  const { kind, receivedOn, keptSince, respondentUnit, gist } = state;
  const kept = keptSince === receivedOn ? {} : { keptSince };
  const begins = { kind, receivedOn, ...kept, respondentUnit, gist };
  return {
    type: 'PetitionAccepted',
    data: { ...decision, jurisdiction, ...begins, ...clocksOfOutcome(state.clocks, true) },
  };
}
