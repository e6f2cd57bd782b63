import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { canonicalBytes, DomainError } from '@minh-bach/kernel';
import type { KeyCache } from './key-cache.ts';
import type { KeyStore, NamedKey, StoredKey } from './key-store.ts';
import { KEY_BYTES, type MasterKey } from './master-key.ts';
import type { KeyName } from './vault.ts';

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
   * @throws DomainError `KEY_BROKEN` where what this account laid is no key, or another's
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
    const laid = byId(await this.store.add(candidates));
    for (const { id } of cold) {
      const rows = named(laid.get(id) ?? [], id, names);
      const { owner, compartment } = names.get(id)!;
      if (isDestroyed(rows)) throw new DomainError('KEY_DESTROYED', { owner, compartment });
      // What another account laid under this id is no reason to refuse, and nothing to seal under.
      const own = rows.find((row) => row.own);
      if (!own?.wrapped) throw new DomainError('KEY_BROKEN', { owner, compartment });
      keys.set(id, await this.#unwrap(own, own.wrapped, generation));
    }
    return keys;
  }

  /**
   * Keys by id, for opening: null when destroyed, missing when there never was one. Each account has
   * a key of its own under an id: the sealed field itself tells by which it was sealed. The store is
   * asked every time, however warm the cache, so what was destroyed elsewhere opens nothing here.
   */
  async forOpening(
    names: ReadonlyMap<string, KeyName>,
  ): Promise<ReadonlyMap<string, readonly KeyObject[] | null>> {
    const { generation } = this.cache;
    const keys = new Map<string, readonly KeyObject[] | null>();
    for (const [id, laid] of byId(await this.store.find([...names.keys()]))) {
      const rows = named(laid, id, names);
      keys.set(id, isDestroyed(rows) ? null : await this.#whole(rows, generation));
    }
    return keys;
  }

  /** Those that this vault wrapped, its own first: another account may have laid anything. */
  async #whole(rows: readonly StoredKey[], generation: number): Promise<KeyObject[]> {
    const keys: KeyObject[] = [];
    let broken: unknown;
    for (const row of rows)
      try {
        const warm = row.own ? this.cache.get(row.id) : undefined;
        const key = warm ?? (await this.#unwrap(row, row.wrapped!, generation));
        if (row.own) keys.unshift(key);
        else keys.push(key);
      } catch (error) {
        broken = error;
      }
    if (keys.length === 0) throw broken;
    return keys;
  }

  async destroy(names: ReadonlyMap<string, KeyName>): Promise<void> {
    if (names.size === 0) return;
    await this.store.destroy(
      [...names].map(([id, { owner, compartment }]) => ({ id, owner, compartment })),
    );
    this.cache.evict([...names.keys()]);
  }

  async #unwrap(row: StoredKey, wrapped: Uint8Array, generation: number): Promise<KeyObject> {
    const { id, owner, compartment } = row;
    const context = contextOf({ id, owner, compartment });
    const bytes = await this.masterKey.unwrap(wrapped, context).catch((cause: unknown) => {
      throw new DomainError('KEY_BROKEN', { owner, compartment }, { cause });
    });
    const key = createSecretKey(bytes);
    if (row.own) this.cache.put(id, key, generation);
    return key;
  }
}

function byId(rows: readonly StoredKey[]): ReadonlyMap<string, readonly StoredKey[]> {
  const laid = new Map<string, StoredKey[]>();
  for (const row of rows) laid.set(row.id, [...(laid.get(row.id) ?? []), row]);
  return laid;
}

/**
 * The rows that bear the name that was asked for. What a row says decides who may destroy the key:
 * nothing is sealed or opened under a key that lies under another's name.
 *
 * @throws DomainError `KEY_BROKEN` where something lies there, and nothing by that name
 */
function named(
  rows: readonly StoredKey[],
  id: string,
  names: ReadonlyMap<string, KeyName>,
): readonly StoredKey[] {
  const { owner, compartment } = names.get(id)!;
  const theirs = rows.filter((row) => row.owner === owner && row.compartment === compartment);
  if (theirs.length === 0) throw new DomainError('KEY_BROKEN', { owner, compartment });
  return theirs;
}

const isDestroyed = (rows: readonly StoredKey[]): boolean =>
  rows.some(({ wrapped }) => wrapped === null);

export const wrapFreshKey = (masterKey: MasterKey, name: NamedKey): Promise<Uint8Array> =>
  masterKey.wrap(randomBytes(KEY_BYTES), contextOf(name));

/** Binds a wrapped key to its row: rows cannot be exchanged in the database. */
export const contextOf = ({ id, owner, compartment }: NamedKey): Uint8Array =>
  canonicalBytes(['minh-bach key', id, owner, compartment]);
