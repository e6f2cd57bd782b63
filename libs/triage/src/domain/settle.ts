import { DomainError } from '@minh-bach/kernel';
import { clocksOfOutcome } from './petition-clocks.ts';
import type { SettlePetition } from './petition.commands.ts';
import type { PetitionEvent } from './petition.events.ts';
import { refuseDecided, refusePending, type Taken } from './petition.state.ts';

export type Settlement = Pick<SettlePetition, 'outcome' | 'competentBody' | 'basis'>;

/** One person alone ends no denunciation: that one is only proposed. */
export function settle(state: Taken, command: SettlePetition): PetitionEvent[] {
  refuseUnclassified(state);
  const { type: _, reason, ...settlement } = command;
  const { outcome, competentBody } = settlement;
  if ((outcome === 'guided' || outcome === 'transferred') && competentBody === null)
    throw new DomainError('COMPETENT_BODY_MISSING');
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

/** @throws DomainError `ALREADY_DECIDED`, `AWAITING_SECOND_PERSON`, `NOT_CLASSIFIED` */
export function refuseUnclassified(state: Taken): void {
  refuseDecided(state);
  refusePending(state);
  if (state.is !== 'classified') throw new DomainError('NOT_CLASSIFIED');
}
