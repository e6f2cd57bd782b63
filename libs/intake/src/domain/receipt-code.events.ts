import { defineEvent, type EventOf, z } from '@minh-bach/kernel';

/** A receipt code is taken once: this stream is named after its hash, and tells nothing else. */
export const receiptCodeTaken = defineEvent('ReceiptCodeTaken', z.strictObject({}));

export type ReceiptCodeTaken = EventOf<typeof receiptCodeTaken>;
