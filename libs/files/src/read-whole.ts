import { DomainError } from '@minh-bach/kernel';
import type { Attachment } from './attachment.ts';
import type { FileStore } from './file-store.ts';
import { openFile } from './sealed-file.ts';

export type FileToRead = Pick<Attachment, 'id' | 'key' | 'size'>;
export type FileToCopy = FileToRead & Pick<Attachment, 'type'>;

/**
 * The file in clear, in memory of its own, which can be handed to another thread.
 *
 * @throws DomainError `SEAL_BROKEN`, `FILE_UNKNOWN`
 */
export async function readWhole(
  store: FileStore,
  { id, key, size }: FileToRead,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for await (const chunk of openFile(key, id, store.read(id))) {
    if (at + chunk.length > size) throw new DomainError('SEAL_BROKEN', { id });
    bytes.set(chunk, at);
    at += chunk.length;
  }
  if (at !== size) throw new DomainError('SEAL_BROKEN', { id });
  return bytes;
}
