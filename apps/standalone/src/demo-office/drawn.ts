import { createHash } from 'node:crypto';
import { RECEIPT_ALPHABET, RECEIPT_LENGTH } from '@minh-bach/kernel';

/** The demo is the same everywhere: what looks like chance is drawn from this and a name. */
const SEED = 'minh-bach/1';

const octets = (of: string): Buffer => createHash('sha256').update(`${SEED} ${of}`).digest();

/** Whole, from 0 to below `below`. */
export const drawn = (of: string, below: number): number => octets(of).readUInt32BE(0) % below;

/** From 0 to below 1. */
export const fraction = (of: string): number => octets(of).readUInt32BE(4) / 2 ** 32;

export const oneOf = <T>(of: string, choices: readonly T[]): T =>
  choices[drawn(of, choices.length)]!;

/** As the desk's page makes it, but the same at every start. */
export const receiptCodeOf = (of: string): string =>
  [...octets(`code ${of}`).subarray(0, RECEIPT_LENGTH)]
    .map((octet) => RECEIPT_ALPHABET[octet % RECEIPT_ALPHABET.length])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');
