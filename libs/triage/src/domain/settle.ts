import {
  refusalsOf,
  settlePetition,
  type Refusal,
  type SettlementGround,
} from '@minh-bach/contracts';
import { clocksOfOutcome } from './petition-clocks.ts';
import type { SettlePetition } from './petition.commands.ts';
import type { PetitionEvent } from './petition.events.ts';
import { refuseDecided, refusePending, type Taken } from './petition.state.ts';

/** What is decided, as its event says it. */
export type Settlement = Pick<SettlePetition, 'outcome' | 'competentBody' | 'basis'> & {
  readonly ground?: SettlementGround;
  readonly notice?: string;
};

/** One person alone ends no denunciation: that one is only proposed. */
export function settle(state: Taken, command: SettlePetition): PetitionEvent[] {
  const refuse = refusalsOf(settlePetition);
  refuseUnclassified(state, refuse);
  // Nothing is decided on what they say: none of them ends with it unseen.
  if (state.holds.length > 0) throw refuse('MERGE_HOLDS_OTHERS');
  const { outcome, competentBody, basis, reason, notice } = command;
  const ground = groundOf(command);
  const settlement: Settlement = {
    ...{ outcome, competentBody, basis },
    ...(ground ? { ground } : {}),
    ...(notice ? { notice } : {}),
  };
  if ((outcome === 'guided' || outcome === 'transferred') && competentBody === null)
    throw refuse('COMPETENT_BODY_MISSING');
  if (state.kind !== 'denunciation') return [settled(state, settlement, reason)];
  return [{ type: 'SettlementProposed', data: { proposed: settlement, reason } }];
}

/** One that belongs to another outcome says nothing. */
function groundOf({ outcome, refusedFor, filedFor }: SettlePetition) {
  if (outcome === 'not_accepted') return refusedFor;
  return outcome === 'filed' ? filedFor : null;
}

/**
 * @param reason or what the second person noted
 * @param proposedBy where this confirms what another proposed
 */
export function settled(
  { clocks }: Taken,
  settlement: Settlement,
  reason: string | null,
  proposedBy?: string,
): PetitionEvent {
  return {
    type: 'PetitionSettled',
    data: {
      ...settlement,
      reason,
      ...(proposedBy === undefined ? {} : { proposedBy }),
      ...clocksOfOutcome(clocks, settlement.outcome === 'not_accepted'),
    },
  };
}

export function refuseUnclassified(
  state: Taken,
  refuse: Refusal<'ALREADY_DECIDED' | 'AWAITING_SECOND_PERSON' | 'NOT_CLASSIFIED'>,
): void {
  refuseDecided(state, refuse);
  refusePending(state, refuse);
  if (state.is !== 'classified') throw refuse('NOT_CLASSIFIED');
}
