/** The port to where sealed files lie. It sees ciphertext and opaque ids, never a name or a key. */
export interface FileStore {
  /**
   * Durable when it resolves: whole under its id, or, when `chunks` throws or the process dies, not
   * there at all.
   *
   * @throws DomainError `FILE_UNKNOWN` {id} when it was removed while it came
   */
  write(id: FileId, chunks: AsyncIterable<Uint8Array>): Promise<void>;

  /** @throws DomainError `FILE_UNKNOWN` {id} */
  read(id: FileId): AsyncIterable<Uint8Array>;

  /** Idempotent; what a cut-off `write` left goes too. */
  remove(id: FileId): Promise<void>;
}

/** 128 random bits, base64url: 22 letters. */
export type FileId = string;

export const isFileId = (text: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(text);
