import { refusalsOf, registerPetition } from '@minh-bach/contracts';
import type { Decider } from '@minh-bach/kernel';
import type { ReceiptCodeTaken } from './receipt-code.events.ts';

/**
 * One code, one petition: whoever holds it would see the other one. Of two registrations at the same
 * moment the log lets one begin this stream. The same registration, tried again, finds its own event.
 */
export const receiptCodeDecider: Decider<boolean, null, ReceiptCodeTaken> = {
  initialState: false,
  decide(_, taken) {
    if (taken) throw refusalsOf(registerPetition)('RECEIPT_CODE_USED');
    return [{ type: 'ReceiptCodeTaken', data: {} }];
  },
  evolve: () => true,
};
