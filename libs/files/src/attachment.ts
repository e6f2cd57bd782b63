import { sealed, type Compartment } from '@minh-bach/kernel';
import { z } from 'zod';
import { fileTypes } from './check/check-file.ts';
import type { FileId, FileStore } from './file-store.ts';
import { openFile, type FileKey } from './sealed-file.ts';

/** A file as an event names it. Its key travels sealed: with that key gone, the file is erased. */
export const attachmentSchema = (compartment: Compartment) =>
  z.strictObject({
    id: z.string(),
    type: z.enum(fileTypes),
    /** Bytes of the file as it came. */
    size: z.number().int().positive(),
    pages: z.number().int().positive().exactOptional(),
    /** SHA-256 of the sealed file, hex: public, and confirms no guess of what is in it. */
    sha256: z.string(),
    key: sealed(compartment, z.string()),
    /** SHA-256 of the file as it came, hex. */
    contentSha256: sealed(compartment, z.string()),
  });

/** In clear, as a decider gets it. */
export interface Attachment {
  readonly id: FileId;
  readonly type: (typeof fileTypes)[number];
  readonly size: number;
  readonly pages?: number;
  readonly sha256: string;
  readonly key: FileKey;
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
