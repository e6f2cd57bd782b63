import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * The key that wraps all others. It lies elsewhere than what it wraps, with a backup of its own;
 * asynchronous, so that a PKCS#11 module can stand behind it.
 */
export interface MasterKey {
  wrap(key: Uint8Array, context: Uint8Array): Promise<Uint8Array>;
  /** @throws when the key was wrapped by another master key, changed, or is of another context */
  unwrap(wrapped: Uint8Array, context: Uint8Array): Promise<Uint8Array>;
  /** A key of 32 bytes for another use (HKDF-SHA256), which says nothing of this one. */
  derive(use: string): Promise<Uint8Array>;
}

export const KEY_BYTES = 32;
const NONCE = 12;
const TAG = 16;
/** What the database takes as a wrapped key, and nothing else. */
export const WRAPPED_BYTES = NONCE + KEY_BYTES + TAG;

/** Wraps by AES-256-GCM: nonce (12) ‖ wrapped key ‖ tag (16), additional data = the context. */
export function masterKeyOf(secret: Uint8Array): MasterKey {
  return {
    async wrap(key, context) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', secret, nonce);
      cipher.setAAD(context);
      const wrapped = cipher.update(key);
      cipher.final();
      return Buffer.concat([nonce, wrapped, cipher.getAuthTag()]);
    },
    derive: (use) =>
      Promise.resolve(
        new Uint8Array(hkdfSync('sha256', secret, '', `minh-bach ${use}`, KEY_BYTES)),
      ),
    async unwrap(wrapped, context) {
      const decipher = createDecipheriv('aes-256-gcm', secret, wrapped.subarray(0, NONCE));
      decipher.setAAD(context);
      decipher.setAuthTag(wrapped.subarray(-TAG));
      return Buffer.concat([decipher.update(wrapped.subarray(NONCE, -TAG)), decipher.final()]);
    },
  };
}
