import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import { randomOctets, type Compartment } from '@minh-bach/kernel';

const SALT = 16;
const NONCE = 12;
const TAG = 16;
const HALF = 32;

/** What a sealed field is bound to: opened anywhere else, it does not open. */
export interface Binding {
  readonly owner: string;
  readonly compartment: Compartment;
  readonly eventId: string;
  readonly path: string;
}

/**
 * Sealed form 1: salt (16) ‖ nonce (12) ‖ ciphertext ‖ tag (16) ‖ commitment (32), base64url.
 *
 * HKDF-SHA-256 (RFC 5869) over the owner's key, with the salt and an info of form, owner and
 * compartment, gives 64 bytes: the first half is the AES-256-GCM key, the second the commitment.
 * The additional data is the canonical JSON of [event id, path].
 *
 * The commitment is there because GCM does not commit to its key: a ciphertext can be made that
 * opens, each time to something else, under two keys (Dodis et al., CRYPTO 2018). Lengths are not
 * hidden: padding enough to hide a name's length would multiply the log, and a log reader learns
 * little from it.
 */
export function sealBytes(
  key: KeyObject,
  plaintext: Uint8Array,
  binding: Binding,
  random: Buffer = randomOctets(SALT + NONCE),
): string {
  const salt = random.subarray(0, SALT);
  const { dataKey, commitment } = derive(key, salt, binding);
  const cipher = createCipheriv('aes-256-gcm', dataKey, random.subarray(SALT));
  cipher.setAAD(additionalData(binding));
  const ciphertext = cipher.update(plaintext);
  cipher.final();
  return Buffer.concat([random, ciphertext, cipher.getAuthTag(), commitment]).toString('base64url');
}

/** @returns nothing when the box was moved, changed, or sealed under another key */
export function openBytes(key: KeyObject, box: string, binding: Binding): Buffer | undefined {
  const bytes = Buffer.from(box, 'base64url');
  if (bytes.length < SALT + NONCE + TAG + HALF) return undefined;
  // Node skips what is not base64url; a box has one spelling only.
  if (bytes.toString('base64url') !== box) return undefined;
  const { dataKey, commitment } = derive(key, bytes.subarray(0, SALT), binding);
  if (!timingSafeEqual(commitment, bytes.subarray(-HALF))) return undefined;

  const decipher = createDecipheriv('aes-256-gcm', dataKey, bytes.subarray(SALT, SALT + NONCE));
  decipher.setAAD(additionalData(binding));
  decipher.setAuthTag(bytes.subarray(-HALF - TAG, -HALF));
  try {
    const plaintext = decipher.update(bytes.subarray(SALT + NONCE, -HALF - TAG));
    return Buffer.concat([plaintext, decipher.final()]);
  } catch {
    return undefined;
  }
}

function derive(key: KeyObject, salt: Uint8Array, { owner, compartment }: Binding) {
  const info = listBytes('minh-bach sealed form', 1, owner, compartment);
  const derived = Buffer.from(hkdfSync('sha256', key, salt, info, 2 * HALF));
  return { dataKey: derived.subarray(0, HALF), commitment: derived.subarray(HALF) };
}

const additionalData = ({ eventId, path }: Binding): Uint8Array => listBytes(eventId, path);

/** Of a flat list, what JSON.stringify writes is canonical already (RFC 8785 §3.2.2). */
const listBytes = (...items: (string | number)[]): Uint8Array => Buffer.from(JSON.stringify(items));
