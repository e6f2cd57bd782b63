import type { Ciphertext, Compartment } from '@minh-bach/kernel';

/**
 * The port to the keys of persons and matters. The vault alone holds keys; it seals for services
 * and opens asked fields. Shaped so that it can run as a process, or on a machine, of its own.
 */
export interface Vault {
  /**
   * Seals each plaintext (any JSON value) under the key of its owner and compartment, made on first
   * use and durable before this resolves. Additional data binds it to `eventId` and `path`.
   *
   * @throws DomainError `KEY_DESTROYED` {key}
   */
  seal(fields: readonly FieldToSeal[]): Promise<Ciphertext[]>;

  /**
   * Opens sealed fields. Who may, and the disclosure event that goes before, are the caller's duty:
   * `Disclosures` in this package is the one place that calls this for `identity`.
   *
   * @returns one entry per field: the value, or `erased` when its key was destroyed
   * @throws DomainError `SEAL_BROKEN` when anything was moved, changed or sealed under another key
   */
  open(fields: readonly FieldToOpen[]): Promise<OpenedField[]>;

  /** Destroys a key for ever: erasure. Idempotent. */
  destroy(owner: string, compartment: Compartment): Promise<void>;

  /** A keyed hash of normalised text, for "the same name, phone, number" without the text. */
  blindIndex(purpose: string, text: string): Promise<string>;
}

export interface FieldToSeal {
  /** Whose key: a matter number, e.g. `D26-48301725-4`. */
  readonly owner: string;
  readonly compartment: Compartment;
  readonly eventId: string;
  /** JSON pointer of the field within the event's data. */
  readonly path: string;
  readonly value: unknown;
}

export interface FieldToOpen {
  readonly eventId: string;
  readonly path: string;
  readonly sealed: Ciphertext;
}

export type OpenedField =
  { readonly state: 'open'; readonly value: unknown } | { readonly state: 'erased' };
