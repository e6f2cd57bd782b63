import { createHash } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@minh-bach/kernel';
import { isFileId, type FileId } from '../file-store.ts';

/** SHA-256 of each sealed file, as `sha256sum --check` reads it. */
export const LIST = 'files.sha256';
/** How long the list was, and its SHA-256, when a run came to its end. */
const END = 'files.end';

export interface FileList {
  readonly hashes: ReadonlyMap<FileId, string>;
  /** Its whole lines; what a cut run left of a line is not there. */
  readonly text: string;
  readonly isWhole: boolean;
}

export const lineOf = (id: FileId, sha256: string): string =>
  `${sha256}  ${id.slice(0, 2)}/${id}\n`;

/**
 * @returns nothing where there is no list
 * @throws DomainError `EXPORT_CHANGED` {file, line}
 */
export async function readList(folder: string): Promise<FileList | undefined> {
  const read = await orNothing(readFile(join(folder, LIST), 'utf8'));
  if (read === undefined) return undefined;
  const text = read.slice(0, read.lastIndexOf('\n') + 1);
  const hashes = new Map<FileId, string>();
  for (const [n, line] of text.split('\n').slice(0, -1).entries()) {
    const [, sha256 = '', id = ''] = /^([0-9a-f]{64}) {2}\S\S\/(\S+)$/.exec(line) ?? [];
    if (!isFileId(id) || line !== lineOf(id, sha256).trimEnd())
      throw new DomainError('EXPORT_CHANGED', { file: LIST, line: n + 1 });
    hashes.set(id, sha256);
  }
  const end = await orNothing(readFile(join(folder, END), 'utf8'));
  if (end !== undefined && !begins(text, end))
    throw new DomainError('EXPORT_CHANGED', { file: LIST, line: hashes.size });
  return { hashes, text, isWhole: end === endOf(read) };
}

/** Once all files of the list are durable. */
export async function endList(folder: string): Promise<void> {
  const text = await readFile(join(folder, LIST), 'utf8');
  const path = join(folder, END);
  const file = await open(`${path}.part`, 'w', 0o600);
  await file.writeFile(endOf(text));
  await file.sync().finally(() => file.close());
  await rename(`${path}.part`, path);
}

/** Whether the list was this one once, and has grown since. */
function begins(text: string, end: string): boolean {
  const [bytes] = end.split(' ', 1).map(Number);
  return endOf(Buffer.from(text).toString('utf8', 0, bytes)) === end;
}

const endOf = (text: string): string =>
  `${Buffer.byteLength(text)} ${createHash('sha256').update(text).digest('hex')}\n`;

const orNothing = <T>(read: Promise<T>): Promise<T | undefined> =>
  read.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
