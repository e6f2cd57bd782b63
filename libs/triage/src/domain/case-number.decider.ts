import { refusal } from '@minh-bach/contracts';
import type { Decider } from '@minh-bach/kernel';
import type { CaseNumberReserved } from './petition.events.ts';

export interface ReserveCaseNumber {
  readonly case: string;
  readonly petition: string;
}

/** The stream is named after the number: whoever finds it taken draws the next one. */
export const caseNumberDecider: Decider<string | null, ReserveCaseNumber, CaseNumberReserved> = {
  initialState: null,
  decide(command, petition) {
    if (petition === command.petition) return [];
    if (petition !== null) throw refusal('NUMBER_TAKEN');
    return [{ type: 'CaseNumberReserved', data: { ...command } }];
  },
  evolve: (_, { data }) => data.petition,
};
