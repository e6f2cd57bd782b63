import type { KeyStore, StoredKey } from './key-store.ts';

/** Keys in memory: for tests, and for trying things out. */
export class MemoryKeyStore implements KeyStore {
  readonly #rows = new Map<string, StoredKey>();

  async find(ids: readonly string[]): Promise<StoredKey[]> {
    return ids.flatMap((id) => this.#rows.get(id) ?? []);
  }

  async add(keys: Parameters<KeyStore['add']>[0]): Promise<StoredKey[]> {
    for (const { id, wrapped } of keys)
      if (!this.#rows.has(id)) this.#rows.set(id, { id, wrapped });
    return this.find(keys.map((key) => key.id));
  }

  async destroy(keys: Parameters<KeyStore['destroy']>[0]): Promise<void> {
    for (const { id } of keys) this.#rows.set(id, { id, wrapped: null });
  }
}
