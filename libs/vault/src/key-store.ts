export interface NamedKey {
  readonly id: string;
  readonly owner: string;
  readonly compartment: string;
}

/** A key as it is kept: wrapped by the master key, or destroyed. */
export interface StoredKey extends NamedKey {
  /** Null once destroyed. */
  readonly wrapped: Uint8Array | null;
}

/** The port to where wrapped keys lie. It never sees a key in clear. */
export interface KeyStore {
  find(ids: readonly string[]): Promise<StoredKey[]>;

  /**
   * Adds those whose id is not there yet, durable when it resolves, and answers what is there under
   * each id: of two who add the same key at once, both get the one that won.
   */
  add(keys: readonly (NamedKey & { readonly wrapped: Uint8Array })[]): Promise<StoredKey[]>;

  /** Overwrites the wrapped keys and keeps the rows; a matter's key not there is added as destroyed. */
  destroy(keys: readonly NamedKey[]): Promise<void>;
}
