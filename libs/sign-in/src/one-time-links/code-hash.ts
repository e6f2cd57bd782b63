import { createHmac } from 'node:crypto';

/** What is kept of a code: for its own link only, and worth nothing without the provider's secret. */
export type CodeHash = (linkHash: string, code: string) => string;

/** Eight signs are few: without a key, a reader of the database would try them all. */
export const codeHash =
  (key: Buffer): CodeHash =>
  (linkHash, code) =>
    createHmac('sha256', key)
      .update(`invitation code\n${linkHash}\n${foldCode(code)}`)
      .digest('base64url');

/** As people type it: any case, with or without the hyphen. */
const foldCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '');
