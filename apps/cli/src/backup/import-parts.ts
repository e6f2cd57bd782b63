import type { ImportRun, ImportedKeys } from '@minh-bach/assembly';
import {
  importLog,
  openExportedLog,
  refuseOtherLog,
  type CopiedLog,
  type EventStore,
  type LogInFolder,
} from '@minh-bach/event-store';
import { FolderFileStore, importFiles, type CopiedFiles } from '@minh-bach/files';
import { DomainError } from '@minh-bach/kernel';
import { loadOrCreateMasterKeyFile } from '@minh-bach/vault';
import type { Progress } from '../logs/copy-words.ts';
import { digestOf, digestText } from './digest.ts';
import { namedFiles, type NamedFiles } from './named-files.ts';
import type { Product } from './open-product.ts';
import { namesOf, type Parts } from './parts.ts';
import { asideText } from './words.ts';

export interface Imported {
  readonly keys?: ImportedKeys;
  readonly files?: CopiedFiles;
  /** Files that the log names and the export lacks; events that should name one, and cannot be read. */
  readonly named?: { readonly missing: number; readonly unreadable: NamedFiles['unreadable'] };
  readonly log?: Pick<CopiedLog, 'events' | 'copied' | 'digest'> & Pick<LogInFolder, 'chain'>;
  /** Parts that an earlier run began, and this one has not brought: a start refuses the folder. */
  readonly left?: readonly string[];
}

export interface HowToImport {
  readonly evenCut: boolean;
  /** Without the files that the log names and the export lacks. */
  readonly withoutFiles: boolean;
  readonly onProgress: (progress: Progress) => void;
}

/** What is refused at once comes first, and the log, which takes longest, last. */
export async function importParts(
  product: Product,
  parts: Parts,
  how: HowToImport,
): Promise<Imported> {
  if (parts.log === undefined) {
    const run: ImportRun = { parts: ['files'] };
    return whole(product, run, (begin) => filesPart(product, parts.files!, how, begin));
  }
  const from = await openExportedLog(parts.log, how);
  const to = await product.openLog();
  try {
    await refuseOtherLog({ from, to, onProgress: how.onProgress });
    const run: ImportRun = { parts: namesOf(parts), chain: from.chain };
    return await whole(product, run, (beforeChange) =>
      bringParts(product, parts, { ...how, from, to, beforeChange }),
    );
  } finally {
    await to.close();
  }
}

/** A start refuses the data folder from the first change on, until all that was begun is there. */
async function whole(
  { dataFolder }: Product,
  run: ImportRun,
  work: (beforeChange: () => Promise<void>) => Promise<Imported>,
): Promise<Imported> {
  if (dataFolder === undefined) return work(() => Promise.resolve());
  const { beginImport, endImport } = await import('@minh-bach/assembly');
  const done = await work(() => beginImport(dataFolder, run));
  const left = await endImport(dataFolder, run);
  return left.length > 0 ? { ...done, left } : done;
}

interface Bringing extends HowToImport {
  readonly from: LogInFolder;
  readonly to: EventStore;
  readonly beforeChange: () => Promise<void>;
}

async function bringParts(
  product: Product,
  { log: logFolder, files, keys: keysFolder }: Parts,
  how: Bringing,
): Promise<Imported> {
  const { from, to, beforeChange, onProgress } = how;
  const keys = keysFolder !== undefined && {
    keys: await bringKeys(product, keysFolder, logFolder!, how),
  };
  const brought = files !== undefined && (await filesPart(product, files, how, beforeChange));
  const named = files !== undefined && (await lookAtFiles(from, product.filesFolder, how));
  const { events, copied, digest } = await importLog({ from, to, beforeChange, onProgress });
  return { ...keys, ...brought, ...named, log: { events, copied, digest, chain: from.chain } };
}

async function filesPart(
  product: Product,
  folder: string,
  { evenCut, onProgress }: HowToImport,
  beforeChange: () => Promise<void>,
): Promise<Pick<Imported, 'files'>> {
  const tell = (files: number) => onProgress({ phase: 'files', files });
  const to = product.filesFolder;
  return { files: await importFiles({ folder, to, evenCut, beforeChange, onProgress: tell }) };
}

async function bringKeys(
  product: Product,
  folder: string,
  logFolder: string,
  { from, evenCut, beforeChange }: Bringing,
): Promise<ImportedKeys> {
  const { importKeys } = await import('@minh-bach/assembly');
  const masterKey = await loadOrCreateMasterKeyFile(product.masterKeyFile);
  // One that lies beside it and is another's would seal the next export in vain.
  await product.backupKey();
  const chain = evenCut ? {} : { chain: from.chain };
  const url = product.databaseUrl;
  return importKeys({ url, folder, logFolder, masterKey, beforeChange, ...chain });
}

/** Reads the whole export once before the first event is taken. */
async function lookAtFiles(
  log: LogInFolder,
  folder: string,
  { withoutFiles }: HowToImport,
): Promise<Pick<Imported, 'named'>> {
  const { files, unreadable } = await namedFiles(log);
  for (const id of await new FolderFileStore(folder).ids()) files.delete(id);
  const [first] = files;
  if (first !== undefined && !withoutFiles)
    throw new DomainError('FILES_MISSING', { files: files.size, first });
  return { named: { missing: files.size, unreadable } };
}

export function importedText({ log, files, keys, named, left }: Imported): string {
  return [
    keys && [
      `Khóa / keys: ${keys.keys}, đã hủy / destroyed ${keys.destroyed}, hủy lại lần này / destroyed again by this run ${keys.destroyedAgain}`,
      ...keys.setAside.map(
        ({ file, rows, first, code }) =>
          `${asideText(file, rows)} (${file}:${first}, SQLSTATE ${code})`,
      ),
    ],
    files && [
      `Tệp / files: ${files.files}, thêm / added ${files.added}, đúng mã băm / hashes hold`,
    ],
    named && namedText(named),
    keys && log && [digestText(digestOf(log.chain, keys.tables))],
    log && [
      `Nhật ký giống bản xuất / the log is the same as the export: ${log.events} sự kiện / events, thêm / added ${log.copied}`,
      `SHA-256 của chuỗi sự kiện, hãy so với lúc xuất / of the chain of events, compare it with what the export said: ${log.chain}`,
    ],
    left && [
      `CHƯA XONG: một lần khôi phục trước còn dở; hãy nhập các phần này trong cùng một lần chạy / NOT DONE: an earlier import was not finished; import them in one run: ${left.join(', ')}`,
    ],
  ]
    .flatMap((lines) => lines ?? [])
    .join('\n');
}

function namedText({ missing, unreadable: [first, ...more] }: NonNullable<Imported['named']>) {
  const lacks = `Thiếu tệp mà nhật ký có nêu / files that the log names and the export lacks: ${missing}`;
  const told = `Sự kiện không đọc được, không rõ có nêu tệp hay không / events that cannot be read, and may name a file: ${more.length + 1} (${first?.stream}@${first?.revision})`;
  return [...(missing > 0 ? [lacks] : []), ...(first ? [told] : [])];
}
