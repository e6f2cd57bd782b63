import type { FileType } from './check/check-file.ts';
import type { FileId, FileStore } from './file-store.ts';
import { openFile, type FileKey } from './sealed-file.ts';

/**
 * A file in clear, as a decider gets it. The event that names it seals `key` and `contentSha256`: with
 * the matter's key gone, the file is erased.
 */
export interface Attachment {
  readonly id: FileId;
  readonly type: FileType;
  /** Bytes of the file as it came. */
  readonly size: number;
  readonly pages?: number;
  /** SHA-256 of the sealed file, hex: public, and confirms no guess of what is in it. */
  readonly sha256: string;
  readonly key: FileKey;
  /** SHA-256 of the file as it came, hex. */
  readonly contentSha256: string;
}

/**
 * The file in clear, chunk by chunk. Its key was opened before, by a disclosure: see `Disclosures`
 * of the vault.
 *
 * @throws DomainError `SEAL_BROKEN`, `FILE_UNKNOWN`
 */
export const readAttachment = (
  store: FileStore,
  { id, key }: Pick<Attachment, 'id' | 'key'>,
): AsyncIterable<Uint8Array> => openFile(key, id, store.read(id));
