import { createSecretKey, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { openBytes, sealBytes, type Binding } from './sealed-form.ts';
import { ciphertextUnderTwoKeys, opensUnder } from './two-keys.fixture.ts';

interface Vector {
  key: string;
  saltAndNonce: string;
  binding: Binding;
  plaintext: string;
  box: string;
}
const golden = new URL('sealed-form.golden.json', import.meta.url);
const vectors = JSON.parse(readFileSync(golden, 'utf8')) as Vector[];

const key = createSecretKey(Buffer.alloc(32, 1));
const binding: Binding = {
  owner: 'D26-48301725-4',
  compartment: 'identity',
  eventId: '0e9d7c1a-6f0b-8b57-9d55-2f6f4f1c8a01',
  path: '/petitioner/name',
};
const text = Buffer.from('"Đặng Thị Mây"');

describe('sealed form 1', () => {
  it.each(vectors)('is bit for bit what it was: $binding.path', (vector) => {
    const secret = createSecretKey(Buffer.from(vector.key, 'hex'));
    const plaintext = Buffer.from(vector.plaintext);
    const random = Buffer.from(vector.saltAndNonce, 'hex');
    expect(sealBytes(secret, plaintext, vector.binding, random)).toBe(vector.box);
    expect(openBytes(secret, vector.box, vector.binding)?.toString()).toBe(vector.plaintext);
  });

  it.each(vectors)(
    'is opened by another implementation from its words: $binding.path',
    async (v) => {
      const { subtle } = webcrypto;
      const { owner, compartment, eventId, path } = v.binding;
      const box = Buffer.from(v.box, 'base64url');
      const ikm = await subtle.importKey('raw', Buffer.from(v.key, 'hex'), 'HKDF', false, [
        'deriveBits',
      ]);
      const info = Buffer.from(JSON.stringify(['minh-bach sealed form', 1, owner, compartment]));
      const salt = box.subarray(0, 16);
      const derived = Buffer.from(
        await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, ikm, 512),
      );
      expect(box.subarray(-32)).toEqual(derived.subarray(32));
      const aes = await subtle.importKey('raw', derived.subarray(0, 32), 'AES-GCM', false, [
        'decrypt',
      ]);
      const additionalData = Buffer.from(JSON.stringify([eventId, path]));
      const plaintext = await subtle.decrypt(
        { name: 'AES-GCM', iv: box.subarray(16, 28), additionalData },
        aes,
        box.subarray(28, -32),
      );
      expect(Buffer.from(plaintext).toString()).toBe(v.plaintext);
    },
  );

  it('never seals the same to the same', () => {
    expect(sealBytes(key, text, binding)).not.toBe(sealBytes(key, text, binding));
  });

  it.each<[string, Partial<Binding>]>([
    ['owner', { owner: 'D26-00000001-0' }],
    ['compartment', { compartment: 'working' }],
    ['event', { eventId: '0e9d7c1a-6f0b-8b57-9d55-2f6f4f1c8a02' }],
    ['path', { path: '/petitioner/address' }],
  ])('does not open under another %s', (_, other) => {
    const box = sealBytes(key, text, binding);
    expect(openBytes(key, box, { ...binding, ...other })).toBeUndefined();
  });

  it('does not open with any bit changed, cut or spelled otherwise', () => {
    const box = sealBytes(key, text, binding);
    const bytes = Buffer.from(box, 'base64url');
    for (let i = 0; i < bytes.length * 8; i++) {
      const changed = Buffer.from(bytes);
      changed[i >> 3]! ^= 1 << (i & 7);
      expect(openBytes(key, changed.toString('base64url'), binding)).toBeUndefined();
    }
    for (let length = 0; length < bytes.length; length++)
      expect(openBytes(key, bytes.toString('base64url', 0, length), binding)).toBeUndefined();
    expect(openBytes(key, `${box}=`, binding)).toBeUndefined();
    expect(openBytes(key, ` ${box}`, binding)).toBeUndefined();
  });
});

describe('a ciphertext made to open under two keys', () => {
  const { one, two, nonce, additionalData, ciphertext, tag, ours } =
    ciphertextUnderTwoKeys(binding);

  it('opens under both in plain AES-GCM, to two texts', () => {
    const first = opensUnder(one, nonce, additionalData, ciphertext, tag);
    const second = opensUnder(two, nonce, additionalData, ciphertext, tag);
    expect(first.subarray(0, 16).toString()).toBe('"the complaint" ');
    expect(second.equals(first)).toBe(false);
  });

  it('opens here under the one key it commits to, and is refused under the other', () => {
    for (const [mine, other, box] of [
      [ours.keyOne, ours.keyTwo, ours.committedToOne],
      [ours.keyTwo, ours.keyOne, ours.committedToTwo],
    ] as const) {
      expect(openBytes(mine, box, binding)).toBeInstanceOf(Buffer);
      expect(openBytes(other, box, binding)).toBeUndefined();
    }
  });
});
