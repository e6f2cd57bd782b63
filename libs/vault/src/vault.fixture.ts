import { expect } from '@jest/globals';
import { masterKeyOf } from './master-key.ts';
import type { KeyStore } from './key-store.ts';
import type { FieldToSeal, KeyName } from './vault.ts';

export const masterKey = masterKeyOf(Buffer.alloc(32, 9));
export const eventId = '0e9d7c1a-6f0b-8b57-9d55-2f6f4f1c8a01';

export const name = (owner: string, value: unknown = 'Đặng Thị Mây'): FieldToSeal => ({
  owner,
  compartment: 'identity',
  eventId,
  path: '/petitioner/name',
  value,
});
export const identity = (owner: string): KeyName => ({ owner, compartment: 'identity' });
export const refused = (code: string) => expect.objectContaining({ code }) as unknown;

/** A matter that no other test knows. */
let matters = 0;
export const matter = (): string => `D26-${String((matters += 1)).padStart(8, '0')}-0`;

/** A store that counts the questions it is asked. */
export function counting(store: KeyStore) {
  const calls = { find: 0, add: 0, destroy: 0 };
  const counted: KeyStore = {
    root: (key) => store.root(key),
    find: (ids) => (calls.find++, store.find(ids)),
    add: (keys) => (calls.add++, store.add(keys)),
    destroy: (keys) => (calls.destroy++, store.destroy(keys)),
  };
  return { calls, counted };
}
