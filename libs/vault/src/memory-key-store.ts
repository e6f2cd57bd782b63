import type { KeyStore, StoredKey } from './key-store.ts';

/** Keys in memory: for tests, and for trying things out. */
export class MemoryKeyStore implements KeyStore {
  readonly #rows = new Map<string, StoredKey>();

  async find(ids: readonly string[]): Promise<StoredKey[]> {
    return ids.flatMap((id) => this.#rows.get(id) ?? []);
  }

  async add(keys: Parameters<KeyStore['add']>[0]): Promise<StoredKey[]> {
    for (const key of keys)
      if (!this.#rows.has(key.id)) this.#rows.set(key.id, { ...key, own: true });
    return this.find(keys.map((key) => key.id));
  }

  async root(key: Parameters<KeyStore['root']>[0]): Promise<StoredKey> {
    const [root] = await this.add([key]);
    return root!;
  }

  async destroy(keys: Parameters<KeyStore['destroy']>[0]): Promise<void> {
    for (const key of keys) this.#rows.set(key.id, { ...key, wrapped: null, own: true });
  }
}
