import { DomainError } from '@minh-bach/kernel';
import { KeyCache, type KeyCacheOptions } from './key-cache.ts';
import { contextOf, KeyRing, wrapFreshKey } from './key-ring.ts';
import type { KeyStore, NamedKey } from './key-store.ts';
import { deriveFrom, KeyVault } from './key-vault.ts';
import type { MasterKey } from './master-key.ts';
import type { KeyName, Vault } from './vault.ts';

const DESTROYED_AT_ONCE = 1_000;

/** The vault's own secret: ids of keys and keys of blind indexes are derived from it. */
const ROOT: NamedKey = { id: 'root', owner: 'vault', compartment: 'root' };

export interface VaultOptions {
  readonly keys: KeyStore;
  readonly masterKey: MasterKey;
  /**
   * Every key that was ever destroyed, as the log tells it. Applied before there is a vault to open
   * anything with, so that a restored copy of the keys does not bring back what was erased.
   */
  readonly destroyed: Iterable<KeyName> | AsyncIterable<KeyName>;
  readonly cache?: KeyCacheOptions;
}

/**
 * The vault over a store of wrapped keys.
 *
 * @throws DomainError `MASTER_KEY_WRONG` when the keys were wrapped by another master key
 * @throws DomainError `VAULT_NOT_PREPARED` when the vault's own secret is missing, and another account has to lay it
 */
export async function openVault(options: VaultOptions): Promise<Vault> {
  const { keys, masterKey, destroyed, cache = {} } = options;
  const root = await rootSecret(keys, masterKey);
  const ring = new KeyRing(keys, masterKey, deriveFrom(root, 'key ids'), new KeyCache(cache));
  const vault = new KeyVault(ring, root);
  await applyDestroyed(vault, destroyed);
  return vault;
}

/** Destroys again what the log says was destroyed; in batches, any number of times. */
export async function applyDestroyed(
  vault: Vault,
  destroyed: VaultOptions['destroyed'],
): Promise<void> {
  let batch: KeyName[] = [];
  for await (const name of destroyed) {
    batch.push(name);
    if (batch.length < DESTROYED_AT_ONCE) continue;
    await vault.destroy(batch);
    batch = [];
  }
  await vault.destroy(batch);
}

/**
 * The vault's own secret, laid where it is missing: by the account that keeps the vault, before others
 * get their part of it.
 *
 * @throws DomainError `MASTER_KEY_WRONG` when it was wrapped by another master key
 * @throws DomainError `VAULT_NOT_PREPARED` when it is missing, and another account has to lay it
 */
export async function rootSecret(keys: KeyStore, masterKey: MasterKey): Promise<Uint8Array> {
  const root = await keys.root({ ...ROOT, wrapped: await wrapFreshKey(masterKey, ROOT) });
  if (!root.wrapped) throw new DomainError('MASTER_KEY_WRONG');
  return masterKey.unwrap(root.wrapped, contextOf(ROOT)).catch((cause: unknown) => {
    throw new DomainError('MASTER_KEY_WRONG', {}, { cause });
  });
}
