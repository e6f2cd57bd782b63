import {
  areOneWill,
  confirmDecision,
  declineDecision,
  refusalsOf,
  respondentsTold,
  willOf,
  type Acting,
  type BodyOf,
  type PetitionKind,
  type Refusal,
} from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { classified } from './classify.ts';
import type { PetitionEvent } from './petition.events.ts';
import { refuseDecided, type Taken } from './petition.state.ts';
import type { NewlyNamed } from './respondents.ts';
import { settled, type Settlement } from './settle.ts';

export interface ConfirmDecision extends BodyOf<typeof confirmDecision> {
  readonly type: 'ConfirmDecision';
}
export interface DeclineDecision extends BodyOf<typeof declineDecision> {
  readonly type: 'DeclineDecision';
}

/**
 * What one person would decide on a denunciation, and may not decide alone: that it is something else,
 * which opens what is closed, or that it ends here. Nothing holds before another person confirms.
 */
export type ProposedDecision = (
  | {
      readonly what: 'reclassification';
      readonly kind: PetitionKind;
      /** Whom it is about, where the proposal names them. */
      readonly named: NewlyNamed;
    }
  | ({ readonly what: 'settlement' } & Settlement)
) & {
  readonly proposer: Acting;
  /** Of the post in which it was proposed. */
  readonly unit: string;
  /** ISO instant. */
  readonly at: string;
};

/**
 * It holds from now on, with all that it starts and ends. Another person than the proposer confirms, in
 * whatever posts the two act.
 */
export function confirm(state: Taken, { note }: ConfirmDecision, actor: Actor): PetitionEvent {
  const refuse = refusalsOf(confirmDecision);
  refuseDecided(state, refuse);
  const proposed = pending(state, refuse);
  if (areOneWill(willOf(proposed.proposer), willOf(actor))) throw refuse('SECOND_PERSON_NEEDED');
  if (proposed.what === 'settlement') {
    const { what: _, proposer, unit: __, at: ___, ...settlement } = proposed;
    return settled(state, settlement, note, proposer.person);
  }
  // A correction meanwhile is the last word.
  const named = state.respondentRegistered ? undefined : told(proposed.named);
  return classified(state, proposed.kind, named, note, proposed.proposer.person);
}

/** The seals stay with the proposal: each is bound to the event in which it was said. */
const told = ({ respondents, ...named }: NewlyNamed): NewlyNamed => ({
  ...named,
  ...(respondents === undefined ? {} : { respondents: respondentsTold(respondents) }),
});

/** Declining changes nothing. So the proposer may decline, too, and thereby withdraw. */
export function decline(state: Taken, { note }: DeclineDecision): PetitionEvent {
  const refuse = refusalsOf(declineDecision);
  refuseDecided(state, refuse);
  const proposed = pending(state, refuse);
  if (proposed.what === 'settlement')
    return { type: 'SettlementDeclined', data: { proposed: { outcome: proposed.outcome }, note } };
  return { type: 'ReclassificationDeclined', data: { proposed: { kind: proposed.kind }, note } };
}

function pending({ proposed }: Taken, refuse: Refusal<'NOTHING_TO_CONFIRM'>): ProposedDecision {
  if (proposed === null) throw refuse('NOTHING_TO_CONFIRM');
  return proposed;
}
