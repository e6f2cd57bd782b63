import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { canonicalBytes, DomainError } from '@minh-bach/kernel';
import type { KeyCache } from './key-cache.ts';
import type { KeyStore, NamedKey, StoredKey } from './key-store.ts';
import type { MasterKey } from './master-key.ts';
import type { KeyName } from './vault.ts';

export const KEY_BYTES = 32;

/** Named keys in clear: found or made, unwrapped, cached, destroyed. */
export class KeyRing {
  constructor(
    private readonly store: KeyStore,
    private readonly masterKey: MasterKey,
    private readonly idKey: KeyObject,
    private readonly cache: KeyCache,
  ) {}

  /** Opaque, and the same for the same name: so a key can be destroyed before it was ever made. */
  idOf({ owner, compartment }: KeyName): string {
    const mac = createHmac('sha256', this.idKey).update(canonicalBytes([owner, compartment]));
    return mac.digest().toString('base64url', 0, 16);
  }

  /**
   * Keys by id, for sealing: a warm one without a question, the others made or found in one round
   * trip for all.
   *
   * @throws DomainError `KEY_DESTROYED`
   */
  async forSealing(names: ReadonlyMap<string, KeyName>): Promise<ReadonlyMap<string, KeyObject>> {
    const keys = new Map<string, KeyObject>();
    const cold: NamedKey[] = [];
    for (const [id, { owner, compartment }] of names) {
      const key = this.cache.get(id);
      if (key) keys.set(id, key);
      else cold.push({ id, owner, compartment });
    }
    if (cold.length === 0) return keys;

    const candidates = await Promise.all(
      cold.map(async (name) => ({ ...name, wrapped: await wrapFreshKey(this.masterKey, name) })),
    );
    const { generation } = this.cache;
    for (const row of await this.store.add(candidates)) {
      const { owner, compartment } = named(row, names);
      if (!row.wrapped) throw new DomainError('KEY_DESTROYED', { owner, compartment });
      keys.set(row.id, await this.#unwrap(row.id, row.wrapped, names, generation));
    }
    return keys;
  }

  /**
   * Keys by id, for opening: null when destroyed, missing when there never was one. The store is
   * asked every time, however warm the cache, so what was destroyed elsewhere opens nothing here.
   */
  async forOpening(
    names: ReadonlyMap<string, KeyName>,
  ): Promise<ReadonlyMap<string, KeyObject | null>> {
    const { generation } = this.cache;
    const rows: StoredKey[] = await this.store.find([...names.keys()]);
    const keys = new Map<string, KeyObject | null>();
    for (const row of rows) {
      named(row, names);
      const { id, wrapped } = row;
      const warm = this.cache.get(id);
      const key = wrapped && (warm ?? (await this.#unwrap(id, wrapped, names, generation)));
      keys.set(id, key);
    }
    return keys;
  }

  async destroy(names: ReadonlyMap<string, KeyName>): Promise<void> {
    if (names.size === 0) return;
    await this.store.destroy(
      [...names].map(([id, { owner, compartment }]) => ({ id, owner, compartment })),
    );
    this.cache.evict([...names.keys()]);
  }

  async #unwrap(
    id: string,
    wrapped: Uint8Array,
    names: ReadonlyMap<string, KeyName>,
    generation: number,
  ): Promise<KeyObject> {
    const { owner, compartment } = names.get(id)!;
    const context = contextOf({ id, owner, compartment });
    const bytes = await this.masterKey.unwrap(wrapped, context).catch((cause: unknown) => {
      throw new DomainError('KEY_BROKEN', { owner, compartment }, { cause });
    });
    const key = createSecretKey(bytes);
    this.cache.put(id, key, generation);
    return key;
  }
}

/**
 * The name that was asked for, which must stand in the row, too. What a row says decides who may destroy
 * the key: nothing is sealed under a key that lies under another's name.
 *
 * @throws DomainError `KEY_BROKEN`
 */
function named(row: StoredKey, names: ReadonlyMap<string, KeyName>): KeyName {
  const { owner, compartment } = names.get(row.id)!;
  if (row.owner !== owner || row.compartment !== compartment)
    throw new DomainError('KEY_BROKEN', { owner, compartment });
  return { owner, compartment };
}

export const wrapFreshKey = (masterKey: MasterKey, name: NamedKey): Promise<Uint8Array> =>
  masterKey.wrap(randomBytes(KEY_BYTES), contextOf(name));

/** Binds a wrapped key to its row: rows cannot be exchanged in the database. */
export const contextOf = ({ id, owner, compartment }: NamedKey): Uint8Array =>
  canonicalBytes(['minh-bach key', id, owner, compartment]);
