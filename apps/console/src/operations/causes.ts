import type { MessageId } from '../i18n/catalogue.ts';

/** Codes that docs/operations.md explains; of another one the log tells. */
const KNOWN = ['GAP', 'QUEUE_FULL', 'UNKNOWN_EVENT_TYPE', 'NOT_AUTHENTIC'];
/** The same cause by another code. */
const SAME: Readonly<Record<string, string>> = { EVENT_FROM_THE_FUTURE: 'UNKNOWN_EVENT_TYPE' };

/** What a code means, in plain words. */
export function causeOf(given: string): MessageId {
  const code = SAME[given] ?? given;
  return `operations.cause.${KNOWN.includes(code) ? code : 'other'}` as MessageId;
}
