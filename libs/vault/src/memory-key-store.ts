import type { KeyStore, StoredKey } from './key-store.ts';

/** Keys in memory: for tests, and for trying things out. */
export class MemoryKeyStore implements KeyStore {
  readonly #rows = new Map<string, StoredKey>();

  async find(ids: readonly string[]): Promise<StoredKey[]> {
    return ids.flatMap((id) => this.#rows.get(id) ?? []);
  }

  async add(keys: Parameters<KeyStore['add']>[0]): Promise<StoredKey[]> {
    for (const key of keys) if (!this.#rows.has(key.id)) this.#rows.set(key.id, key);
    return this.find(keys.map((key) => key.id));
  }

  async destroy(keys: Parameters<KeyStore['destroy']>[0]): Promise<void> {
    for (const key of keys) this.#rows.set(key.id, { ...key, wrapped: null });
  }
}
