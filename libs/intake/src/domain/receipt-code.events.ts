import { storedEvent, words } from '@minh-bach/contracts';
import { type EventOf, z } from '@minh-bach/kernel';

/** A receipt code is taken once: this stream is named after its hash, and tells nothing else. */
export const receiptCodeTaken = storedEvent('ReceiptCodeTaken', z.strictObject({}), {
  history: () => ({ summary: words('Đã dùng mã tra cứu.', 'The receipt code is in use.') }),
});

export type ReceiptCodeTaken = EventOf<typeof receiptCodeTaken>;
