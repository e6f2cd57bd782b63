import { createHash } from 'node:crypto';

/**
 * The secret of the petitioner: 28 letters of an alphabet without 0 O 1 I L (138 bits), in groups of
 * four. Made by the sender's browser or the desk's page; the server is given and keeps only the hash.
 */
export const RECEIPT_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const RECEIPT_LENGTH = 28;

const PATTERN = new RegExp(`^[${RECEIPT_ALPHABET}]{${RECEIPT_LENGTH}}$`);

/** Spaces, dashes and small letters are as good as none: people type it from paper. */
export const normaliseReceiptCode = (code: string): string =>
  code.toUpperCase().replace(/[\s-]/g, '');

export const isReceiptCode = (code: string): boolean => PATTERN.test(normaliseReceiptCode(code));

/** SHA-256, base64url. A plain hash is enough at 138 bits (ASVS 6.5.2 asks for more below 112). */
export const hashReceiptCode = (code: string): string =>
  createHash('sha256').update(normaliseReceiptCode(code)).digest('base64url');
