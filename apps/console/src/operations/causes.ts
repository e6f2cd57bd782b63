import type { MessageId } from '../i18n/catalogue.ts';

/** Codes that docs/operations.md explains; of another one the log tells. */
const KNOWN = ['GAP', 'QUEUE_FULL', 'EVENT_FROM_THE_FUTURE', 'UNKNOWN_EVENT_TYPE', 'NOT_AUTHENTIC'];

/** What a code means, in plain words. */
export const causeOf = (code: string): MessageId =>
  `operations.cause.${KNOWN.includes(code) ? code : 'other'}` as MessageId;
