import { constants, createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DomainError } from '@minh-bach/kernel';
import { isFileId, type FileId, type FileStore } from '../file-store.ts';

/** Sealed files in a folder, for their owner only: `ab/abCdEf…`, the first two letters apart. */
export class FolderFileStore implements FileStore {
  constructor(private readonly root: string) {}

  async write(id: FileId, chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const path = this.#path(id);
    const folder = dirname(path);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      const file = await open(partOf(path), 'w', 0o600);
      try {
        for await (const chunk of chunks) await file.writeFile(chunk);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(partOf(path), path).catch((error: unknown) => {
        throw unknownWhereGone(error, id);
      });
    } catch (error) {
      await rm(partOf(path), { force: true });
      throw error;
    }
    // The name is an entry of the folder, and the folder an entry of its parent.
    await syncFolder(folder);
    await syncFolder(this.root);
  }

  async *read(id: FileId): AsyncIterable<Uint8Array> {
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW;
    const file = await open(this.#path(id), flags).catch((error: unknown) => {
      throw unknownWhereGone(error, id);
    });
    yield* createReadStream('', { fd: file, highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>;
  }

  async remove(id: FileId): Promise<void> {
    const path = this.#path(id);
    await rm(path, { force: true });
    await rm(partOf(path), { force: true });
  }

  /** Of all that are whole, in no order. */
  async ids(): Promise<FileId[]> {
    const ids: FileId[] = [];
    for (const folder of await namesIn(this.root))
      for (const name of await namesIn(join(this.root, folder)))
        if (isFileId(name) && name.slice(0, 2) === folder) ids.push(name);
    return ids;
  }

  /** What is not an id of ours is no path either. */
  #path(id: FileId): string {
    if (!isFileId(id)) throw new DomainError('FILE_UNKNOWN', { id: 'malformed' });
    return join(this.root, id.slice(0, 2), id);
  }
}

const unknownWhereGone = (error: unknown, id: FileId): unknown =>
  (error as NodeJS.ErrnoException).code === 'ENOENT'
    ? new DomainError('FILE_UNKNOWN', { id })
    : error;

/** None where there is no such folder. */
const namesIn = (path: string): Promise<string[]> =>
  readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });

const partOf = (path: string): string => `${path}.part`;

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
