export interface NamedKey {
  readonly id: string;
  readonly owner: string;
  readonly compartment: string;
}

/** A key as it is kept: wrapped by the master key, or destroyed. */
export interface StoredKey extends NamedKey {
  /** Null once destroyed. */
  readonly wrapped: Uint8Array | null;
  /** Laid by the account that asks. Under one id each account may have laid a key. */
  readonly own: boolean;
}

/** The port to where wrapped keys lie. It never sees a key in clear. */
export interface KeyStore {
  /** All that lies under these ids, whoever laid it. */
  find(ids: readonly string[]): Promise<StoredKey[]>;

  /**
   * The one key of the vault's own: laid where it is missing by an account that keeps the vault.
   *
   * @throws DomainError `VAULT_NOT_PREPARED` where it is missing, and another account has to lay it
   */
  root(key: NamedKey & { readonly wrapped: Uint8Array }): Promise<StoredKey>;

  /**
   * Adds those that this account has not laid and nobody destroyed, durable when it resolves, and
   * answers all that lies under each id: of two who add the same key at once, both get the one that won.
   */
  add(keys: readonly (NamedKey & { readonly wrapped: Uint8Array })[]): Promise<StoredKey[]>;

  /** Overwrites the wrapped keys, whoever laid them, and keeps the rows; a matter's key not there is added as destroyed. */
  destroy(keys: readonly NamedKey[]): Promise<void>;
}
