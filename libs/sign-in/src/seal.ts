import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  randomBytes,
} from 'node:crypto';
import { randomOctets } from '@minh-bach/kernel';

/** Seals short texts at rest under one key; what was sealed for one place opens in no other. */
export interface Box {
  seal(text: string, place: string): Buffer;
  /** @throws when the bytes were changed, or were sealed under another key or for another place */
  open(sealed: Buffer, place: string): string;
}

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM with a random nonce: nonce, tag, ciphertext. @param bytes the key, 32 bytes */
export function box(bytes: Buffer): Box {
  const key = createSecretKey(bytes);
  return {
    seal(text, place) {
      const nonce = randomOctets(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    open(sealed, place) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), {
        authTagLength: TAG,
      })
        .setAAD(Buffer.from(place))
        .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
      return (
        decipher.update(sealed.subarray(NONCE + TAG), undefined, 'utf8') + decipher.final('utf8')
      );
    },
  };
}

/** 256 random bits, for a link, a cookie, a client's secret. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a random secret of at least 128 bits: no salt and no slow hash needed. */
export const tokenHash = (token: string): string =>
  createHash('sha256').update(token).digest('base64url');
