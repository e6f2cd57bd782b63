import type { PetitionKind, RespondentsFact } from '@minh-bach/contracts';
import { DomainError, type Actor } from '@minh-bach/kernel';
import { clocksOfClass } from './petition-clocks.ts';
import type { Taken } from './petition.decider.ts';
import type { PetitionEvent } from './petition.events.ts';

export interface ConfirmReclassification {
  readonly type: 'ConfirmReclassification';
  readonly note: string | null;
}
export interface DeclineReclassification {
  readonly type: 'DeclineReclassification';
  readonly note: string;
}

/** What a classification adds to what is known of the respondents. */
export interface NewlyNamed {
  readonly respondentUnit?: string;
  readonly respondents?: RespondentsFact;
}

/** What one person proposes that a denunciation should be instead. Nothing holds yet. */
export interface Reclassification {
  readonly kind: PetitionKind;
  /** Whom it is about, where the proposal names them. */
  readonly named: NewlyNamed;
  readonly proposer: string;
  /** ISO instant. */
  readonly at: string;
}

/** What a person proposes waits for a second person. @throws DomainError `AWAITING_SECOND_PERSON` */
export function refusePending({ reclassification }: Waiting): void {
  if (reclassification !== null)
    throw new DomainError('AWAITING_SECOND_PERSON', { proposed: reclassification.kind });
}

interface Waiting {
  readonly reclassification: Reclassification | null;
}

/**
 * Another person than the proposer, in whatever posts the two act.
 *
 * @throws DomainError `NOTHING_TO_CONFIRM`, `SECOND_PERSON_NEEDED`
 */
export function proposalToConfirm(state: Waiting, actor: Actor): Reclassification {
  const proposal = pending(state);
  if (proposal.proposer === actor.person) throw new DomainError('SECOND_PERSON_NEEDED');
  return proposal;
}

/** Declining opens nothing. So the proposer may decline, too, and thereby withdraw. */
export function decline(
  state: Waiting,
  { note }: DeclineReclassification,
): Extract<PetitionEvent, { type: 'ReclassificationDeclined' }> {
  const { kind } = pending(state);
  return { type: 'ReclassificationDeclined', data: { proposed: { kind }, note } };
}

function pending({ reclassification }: Waiting): Reclassification {
  if (reclassification === null) throw new DomainError('NOTHING_TO_CONFIRM');
  return reclassification;
}

/** @param proposedBy where this confirms what another proposed */
export function classified(
  { kind: before, clocks, receivedOn }: Taken,
  kind: PetitionKind,
  named: NewlyNamed | undefined,
  reason: string | null,
  proposedBy?: string,
): PetitionEvent {
  return {
    type: 'PetitionClassified',
    data: {
      kind,
      before,
      reason,
      ...named,
      ...(proposedBy === undefined ? {} : { proposedBy }),
      ...clocksOfClass(clocks, kind, receivedOn),
    },
  };
}
