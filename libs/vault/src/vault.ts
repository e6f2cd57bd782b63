import type { Ciphertext, Compartment } from '@minh-bach/kernel';

/**
 * The port to the keys of persons and matters. The vault alone holds keys; it seals for services
 * and opens asked fields. Shaped so that it can run as a process, or on a machine, of its own.
 *
 * After `destroy` has resolved, no `open` that starts later, in any process, gives the plaintext.
 */
export interface Vault {
  /**
   * Seals each plaintext (any JSON value) under the key of its owner and compartment, made on first
   * use and durable before this resolves. Additional data binds it to `eventId` and `path`.
   *
   * A process that used a key lately may seal under it for up to the cache's age after another
   * process destroyed it. What it seals then is born erased: nothing ever opens it.
   *
   * @throws DomainError `KEY_DESTROYED` {owner, compartment}
   */
  seal(fields: readonly FieldToSeal[]): Promise<Ciphertext[]>;

  /**
   * Opens sealed fields. Who may, and the disclosure event that goes before, are the caller's duty:
   * `Disclosures` in this package is the one place that calls this for `identity`.
   *
   * @returns one entry per field: the value, or `erased` when its key was destroyed
   * @throws DomainError `SEAL_BROKEN` {eventId, path} when anything was moved, changed, relabelled
   *   or sealed under another key
   * @throws DomainError `KEY_UNKNOWN` {owner, compartment} when the vault never had that key: it is
   *   an older copy than the log
   */
  open(fields: readonly FieldToOpen[]): Promise<OpenedField[]>;

  /** Destroys keys for ever: erasure. Idempotent; a key never made can then never be made. */
  destroy(keys: readonly KeyName[]): Promise<void>;

  /** A keyed hash of normalised text, for "the same name, phone, number" without the text. */
  blindIndex(purpose: IndexPurpose, text: string): Promise<string>;
}

export interface KeyName {
  /** Whose key: a matter number, e.g. `D26-48301725-4`. */
  readonly owner: string;
  readonly compartment: Compartment;
}

export interface FieldToSeal extends KeyName {
  readonly eventId: string;
  /** JSON pointer of the field within the event's data. */
  readonly path: string;
  readonly value: unknown;
}

export interface FieldToOpen {
  /** Whose field the caller says this is; another's does not open. */
  readonly owner: string;
  readonly eventId: string;
  /** Where the field lay when it was sealed: an upcaster must not move sealed fields. */
  readonly path: string;
  readonly sealed: Ciphertext;
}

export type OpenedField =
  { readonly state: 'open'; readonly value: unknown } | { readonly state: 'erased' };

/** What a blind index is of; each has a key and a normal form of its own. */
export type IndexPurpose =
  'name' | 'address' | 'phone' | 'identity-number' | 'tax-number' | 'person' | 'size';
