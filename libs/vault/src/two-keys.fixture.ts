import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync } from 'node:crypto';
import type { Binding } from './sealed-form.ts';

/**
 * The attack on AES-GCM without key commitment (Grubbs, Lu, Ristenpart, "Message Franking via
 * Committing Authenticated Encryption", CRYPTO 2017, §3; Dodis et al., CRYPTO 2018): the tag is
 * linear in each ciphertext block, so one free block makes the tags under two keys equal.
 */
export function ciphertextUnderTwoKeys(binding: Binding) {
  const salt = Buffer.alloc(16, 5);
  const nonce = Buffer.alloc(12, 6);
  const additionalData = Buffer.from(JSON.stringify([binding.eventId, binding.path]));
  const rawOne = Buffer.alloc(32, 1);
  const rawTwo = Buffer.alloc(32, 2);
  const one = derived(rawOne, salt, binding);
  const two = derived(rawTwo, salt, binding);

  const encrypt = createCipheriv('aes-256-gcm', one.dataKey, nonce);
  const chosen = encrypt.update(Buffer.from('"the complaint" '));
  const zero = Buffer.alloc(16);
  const without = Buffer.concat([chosen, zero]);
  // tag = E(J0) + GHASH; the free block is the last but one term, so it weighs H².
  const first = mask(one.dataKey, nonce) ^ ghash(one.dataKey, additionalData, without);
  const second = mask(two.dataKey, nonce) ^ ghash(two.dataKey, additionalData, without);
  const h1 = hashKey(one.dataKey);
  const h2 = hashKey(two.dataKey);
  const free = multiply(first ^ second, inverse(multiply(h1, h1) ^ multiply(h2, h2)));
  const ciphertext = Buffer.concat([chosen, toBlock(free)]);
  const tag = toBlock(mask(one.dataKey, nonce) ^ ghash(one.dataKey, additionalData, ciphertext));

  const box = (commitment: Buffer) =>
    Buffer.concat([salt, nonce, ciphertext, tag, commitment]).toString('base64url');
  return {
    one: one.dataKey,
    two: two.dataKey,
    nonce,
    additionalData,
    ciphertext,
    tag,
    ours: {
      keyOne: createSecretKey(rawOne),
      keyTwo: createSecretKey(rawTwo),
      committedToOne: box(one.commitment),
      committedToTwo: box(two.commitment),
    },
  };
}

export function opensUnder(
  key: Buffer,
  nonce: Buffer,
  additionalData: Buffer,
  ciphertext: Buffer,
  tag: Buffer,
): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAAD(additionalData);
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
}

function derived(key: Buffer, salt: Buffer, { owner, compartment }: Binding) {
  const info = JSON.stringify(['minh-bach sealed form', 1, owner, compartment]);
  const bytes = Buffer.from(hkdfSync('sha256', key, salt, info, 64));
  return { dataKey: bytes.subarray(0, 32), commitment: bytes.subarray(32) };
}

const block = (key: Buffer, input: Buffer): bigint =>
  toNumber(createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(input));
const hashKey = (key: Buffer) => block(key, Buffer.alloc(16));
const mask = (key: Buffer, nonce: Buffer) =>
  block(key, Buffer.concat([nonce, Buffer.of(0, 0, 0, 1)]));

const toNumber = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);
const toBlock = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(32, '0'), 'hex');

/** NIST SP 800-38D, 6.4. */
function ghash(key: Buffer, additionalData: Buffer, ciphertext: Buffer): bigint {
  const padded = (bytes: Buffer) =>
    Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)]);
  const lengths = Buffer.alloc(16);
  lengths.writeBigUInt64BE(BigInt(additionalData.length * 8), 0);
  lengths.writeBigUInt64BE(BigInt(ciphertext.length * 8), 8);
  const all = Buffer.concat([padded(additionalData), padded(ciphertext), lengths]);
  const h = hashKey(key);
  let sum = 0n;
  for (let i = 0; i < all.length; i += 16)
    sum = multiply(sum ^ toNumber(all.subarray(i, i + 16)), h);
  return sum;
}

/** In GF(2^128) as GCM writes it: the first bit is the lowest power (SP 800-38D, 6.3). */
function multiply(x: bigint, y: bigint): bigint {
  let product = 0n;
  let v = y;
  for (let i = 127n; i >= 0n; i--) {
    if ((x >> i) & 1n) product ^= v;
    v = v & 1n ? (v >> 1n) ^ (0xe1n << 120n) : v >> 1n;
  }
  return product;
}

/** x^(2^128 − 2). */
function inverse(x: bigint): bigint {
  let result = 1n << 127n;
  let power = x;
  for (let i = 1; i < 128; i++) {
    power = multiply(power, power);
    result = multiply(result, power);
  }
  return result;
}
