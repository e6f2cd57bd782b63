import type { PetitionKind } from '@minh-bach/contracts';
import { DomainError, type Actor } from '@minh-bach/kernel';
import { classified } from './classify.ts';
import type { PetitionEvent } from './petition.events.ts';
import type { Taken } from './petition.state.ts';
import type { NewlyNamed } from './respondents.ts';
import { settled, type Settlement } from './settle.ts';

export interface ConfirmDecision {
  readonly type: 'ConfirmDecision';
  readonly note: string | null;
}
export interface DeclineDecision {
  readonly type: 'DeclineDecision';
  readonly note: string;
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
  readonly proposer: string;
  /** ISO instant. */
  readonly at: string;
};

/**
 * It holds from now on, with all that it starts and ends. Another person than the proposer confirms, in
 * whatever posts the two act.
 *
 * @throws DomainError `NOTHING_TO_CONFIRM`, `SECOND_PERSON_NEEDED`
 */
export function confirm(state: Taken, { note }: ConfirmDecision, actor: Actor): PetitionEvent {
  const proposed = pending(state);
  const { proposer } = proposed;
  if (proposer === actor.person) throw new DomainError('SECOND_PERSON_NEEDED');
  if (proposed.what === 'settlement') {
    const { outcome, competentBody, basis } = proposed;
    return settled(state, { outcome, competentBody, basis }, note, proposer);
  }
  // A correction meanwhile is the last word.
  const named = state.respondentRegistered ? undefined : proposed.named;
  return classified(state, proposed.kind, named, note, proposer);
}

/** Declining changes nothing. So the proposer may decline, too, and thereby withdraw. */
export function decline(state: Taken, { note }: DeclineDecision): PetitionEvent {
  const proposed = pending(state);
  if (proposed.what === 'settlement')
    return { type: 'SettlementDeclined', data: { proposed: { outcome: proposed.outcome }, note } };
  return { type: 'ReclassificationDeclined', data: { proposed: { kind: proposed.kind }, note } };
}

function pending({ proposed }: Taken): ProposedDecision {
  if (proposed === null) throw new DomainError('NOTHING_TO_CONFIRM');
  return proposed;
}
