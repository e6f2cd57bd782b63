import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError, isDomainError } from '@minh-bach/kernel';
import type { FileId } from '../file-store.ts';
import { LIST, endList, lineOf, readList } from './file-list.ts';
import { FolderFileStore } from './folder-file-store.ts';

export interface CopiedFiles {
  readonly files: number;
  /** How many of them this run has added. */
  readonly added: number;
}

export interface ExportFilesOptions {
  readonly from: string;
  /** For these files alone. No other run may write to it. */
  readonly folder: string;
  readonly onProgress?: (files: number) => void;
}

/**
 * Brings sealed files into a folder as they lie, with a list of their SHA-256. They never change, so the
 * next run adds new ones alone; what the product has removed since stays. It may be killed at any moment.
 *
 * @throws DomainError `EXPORT_CHANGED` {file, line}
 */
export async function exportFiles(options: ExportFilesOptions): Promise<CopiedFiles> {
  const { folder, onProgress = () => {} } = options;
  const [from, to] = [new FolderFileStore(options.from), new FolderFileStore(folder)];
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const known = await readList(folder);
  const there = new Set(await to.ids());
  const list = await open(join(folder, LIST), 'a', 0o600);
  let [files, added] = [known?.hashes.size ?? 0, 0];
  try {
    await list.truncate(Buffer.byteLength(known?.text ?? ''));
    await eachOf(await from.ids(), async (id) => {
      const listed = known?.hashes.get(id);
      if (listed !== undefined && there.has(id)) return;
      const sha256 = await copyFile(from, to, id, listed);
      if (sha256 === undefined || listed !== undefined) return;
      await list.appendFile(lineOf(id, sha256));
      [files, added] = [files + 1, added + 1];
      onProgress(files);
    });
    await list.sync();
  } finally {
    await list.close();
  }
  await endList(folder);
  return { files, added };
}

export interface ImportFilesOptions {
  readonly folder: string;
  readonly to: string;
  /** Takes what is whole of an export that was cut short. */
  readonly evenCut?: boolean;
  /** Called when the list was looked at, before the first file is laid; not where all are there. */
  readonly beforeChange?: () => Promise<void>;
  readonly onProgress?: (files: number) => void;
}

/**
 * Brings exported files to where the product reads them. Each is compared with the list, those that are
 * there already too; so a run that was cut off goes on.
 *
 * @throws DomainError `NO_EXPORT`, `EXPORT_CUT`, `EXPORT_CHANGED` {file, line}
 * @throws DomainError `EXPORT_GAP` {file}: a file of the list is missing
 * @throws DomainError `FILE_DIFFERS` {file}: it is not as the list says, in the export or where it lies already
 */
export async function importFiles(options: ImportFilesOptions): Promise<CopiedFiles> {
  const { folder, evenCut = false, onProgress = () => {} } = options;
  const [from, to] = [new FolderFileStore(folder), new FolderFileStore(options.to)];
  const list = await readList(folder);
  if (!list) throw new DomainError('NO_EXPORT', { file: LIST });
  if (!list.isWhole && !evenCut) throw new DomainError('EXPORT_CUT', { file: LIST });
  const there = new Set(await to.ids());
  const lacks = [...list.hashes.keys()].some((id) => !there.has(id)) || !existsSync(options.to);
  if (lacks) await options.beforeChange?.();
  await mkdir(options.to, { recursive: true, mode: 0o700 });
  let [files, added] = [0, 0];
  await eachOf(list.hashes, async ([id, sha256]) => {
    if (there.has(id)) await hashOf(to, id, sha256);
    else if ((await copyFile(from, to, id, sha256)) === undefined)
      throw new DomainError('EXPORT_GAP', { file: id });
    else added += 1;
    onProgress((files += 1));
  });
  return { files, added };
}

/**
 * @param wanted refuses another hash before the file is there
 * @returns its SHA-256, or nothing where it is gone
 */
async function copyFile(
  from: FolderFileStore,
  to: FolderFileStore,
  id: FileId,
  wanted?: string,
): Promise<string | undefined> {
  let sha256: string | undefined;
  try {
    await to.write(
      id,
      compared(from, id, wanted, (hash) => (sha256 = hash)),
    );
  } catch (error) {
    if (!isDomainError(error, 'FILE_UNKNOWN')) throw error;
  }
  return sha256;
}

async function hashOf(store: FolderFileStore, id: FileId, wanted: string): Promise<void> {
  for await (const chunk of compared(store, id, wanted, () => {})) void chunk;
}

async function* compared(
  store: FolderFileStore,
  id: FileId,
  wanted: string | undefined,
  found: (sha256: string) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const chunk of store.read(id)) {
    hash.update(chunk);
    yield chunk;
  }
  const sha256 = hash.digest('hex');
  if (wanted !== undefined && sha256 !== wanted)
    throw new DomainError('FILE_DIFFERS', { file: id });
  found(sha256);
}

/** Each waits for the disk: as many at once as hide that. */
const AT_ONCE = 8;

async function eachOf<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]();
  const one = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}
