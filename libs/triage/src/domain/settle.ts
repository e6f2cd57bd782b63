import { refusalsOf, settlePetition, type Refusal } from '@minh-bach/contracts';
import { clocksOfOutcome } from './petition-clocks.ts';
import type { SettlePetition } from './petition.commands.ts';
import type { PetitionEvent } from './petition.events.ts';
import { refuseDecided, refusePending, type Taken } from './petition.state.ts';

export type Settlement = Pick<SettlePetition, 'outcome' | 'competentBody' | 'basis'>;

/** One person alone ends no denunciation: that one is only proposed. */
export function settle(state: Taken, command: SettlePetition): PetitionEvent[] {
  const refuse = refusalsOf(settlePetition);
  refuseUnclassified(state, refuse);
  const { type: _, reason, ...settlement } = command;
  const { outcome, competentBody } = settlement;
  if ((outcome === 'guided' || outcome === 'transferred') && competentBody === null)
    throw refuse('COMPETENT_BODY_MISSING');
  if (state.kind !== 'denunciation') return [settled(state, settlement, reason)];
  return [{ type: 'SettlementProposed', data: { proposed: settlement, reason } }];
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
