import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { canonicalBytes, DomainError, parseBytes, type Ciphertext } from '@minh-bach/kernel';
import { normalForm } from './blind-index.ts';
import type { KeyRing } from './key-ring.ts';
import { KEY_BYTES } from './master-key.ts';
import { openBytes, sealBytes } from './sealed-form.ts';
import type {
  FieldToOpen,
  FieldToSeal,
  IndexPurpose,
  KeyName,
  OpenedField,
  Vault,
} from './vault.ts';

/** Seals and opens with the keys of a ring. */
export class KeyVault implements Vault {
  constructor(
    private readonly ring: KeyRing,
    private readonly root: Uint8Array,
  ) {}

  async seal(fields: readonly FieldToSeal[]): Promise<Ciphertext[]> {
    const ids = fields.map((field) => this.ring.idOf(field));
    const keys = await this.ring.forSealing(new Map(fields.map((field, i) => [ids[i]!, field])));
    return fields.map((field, i) => {
      const id = ids[i]!;
      const box = sealBytes(keys.get(id)!, canonicalBytes(field.value), field);
      return { $sealed: field.compartment, v: 1, key: id, box };
    });
  }

  async open(fields: readonly FieldToOpen[]): Promise<OpenedField[]> {
    if (fields.length === 0) return [];
    const names = new Map<string, KeyName>();
    for (const { owner, eventId, path, sealed } of fields) {
      const name = { owner, compartment: sealed.$sealed };
      if (sealed.key !== this.ring.idOf(name)) throw broken(eventId, path);
      names.set(sealed.key, name);
    }
    const keys = await this.ring.forOpening(names);
    return fields.map((field) => openField(field, keys.get(field.sealed.key)));
  }

  async destroy(names: readonly KeyName[]): Promise<void> {
    await this.ring.destroy(new Map(names.map((name) => [this.ring.idOf(name), name])));
  }

  readonly #indexKeys = new Map<IndexPurpose, KeyObject>();

  #indexKey(purpose: IndexPurpose): KeyObject {
    const key = this.#indexKeys.get(purpose) ?? deriveFrom(this.root, `index ${purpose}`);
    this.#indexKeys.set(purpose, key);
    return key;
  }

  async blindIndex(purpose: IndexPurpose, text: string): Promise<string> {
    const normal = normalForm[purpose](text);
    if (!normal) throw new DomainError('NOTHING_TO_INDEX', { purpose });
    const key = this.#indexKey(purpose);
    return createHmac('sha256', key).update(normal).digest('base64url');
  }
}

function openField(
  { owner, eventId, path, sealed }: FieldToOpen,
  keys: readonly KeyObject[] | null | undefined,
): OpenedField {
  const compartment = sealed.$sealed;
  if (keys === null) return { state: 'erased' };
  if (!keys) throw new DomainError('KEY_UNKNOWN', { owner, compartment });
  for (const key of keys) {
    const bytes = openBytes(key, sealed.box, { owner, compartment, eventId, path });
    if (bytes) return { state: 'open', value: parseBytes(bytes) };
  }
  throw broken(eventId, path);
}

const broken = (eventId: string, path: string) => new DomainError('SEAL_BROKEN', { eventId, path });

/** A key of the vault's own, one per label. */
export const deriveFrom = (root: Uint8Array, label: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', root, '', `minh-bach vault ${label}`, KEY_BYTES)));
