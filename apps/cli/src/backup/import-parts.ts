import type { ImportedKeys } from '@minh-bach/assembly';
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
import type { Parts } from './parts.ts';
import { asideText } from './words.ts';

export interface Imported {
  readonly keys?: ImportedKeys;
  readonly files?: CopiedFiles;
  /** Files that the log names and the export lacks; events that should name one, and cannot be read. */
  readonly named?: { readonly missing: number; readonly unreadable: NamedFiles['unreadable'] };
  readonly log?: Pick<CopiedLog, 'events' | 'copied' | 'digest'> & Pick<LogInFolder, 'chain'>;
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
  if (parts.log === undefined) return whole(product, () => filesPart(product, parts.files!, how));
  const from = await openExportedLog(parts.log, how);
  const to = await product.openLog();
  try {
    await refuseOtherLog({ from, to });
    return await whole(product, () => bringParts(product, parts, { ...how, from, to }));
  } finally {
    await to.close();
  }
}

/** A start refuses the data folder until all of it is there. */
async function whole<T>({ dataFolder }: Product, work: () => Promise<T>): Promise<T> {
  if (dataFolder === undefined) return work();
  const { beginImport, endImport } = await import('@minh-bach/assembly');
  await beginImport(dataFolder);
  const done = await work();
  await endImport(dataFolder);
  return done;
}

interface Bringing extends HowToImport {
  readonly from: LogInFolder;
  readonly to: EventStore;
}

async function bringParts(
  product: Product,
  { log: logFolder, files, keys: keysFolder }: Parts,
  how: Bringing,
): Promise<Imported> {
  const { from, to, onProgress } = how;
  const keys = keysFolder !== undefined && {
    keys: await bringKeys(product, keysFolder, logFolder!, how),
  };
  const brought = files !== undefined && (await filesPart(product, files, how));
  const named = files !== undefined && (await lookAtFiles(from, product.filesFolder, how));
  const { events, copied, digest } = await importLog({ from, to, onProgress });
  return { ...keys, ...brought, ...named, log: { events, copied, digest, chain: from.chain } };
}

async function filesPart(
  product: Product,
  folder: string,
  { evenCut, onProgress }: HowToImport,
): Promise<Pick<Imported, 'files'>> {
  const tell = (files: number) => onProgress({ phase: 'files', files });
  const to = product.filesFolder;
  return { files: await importFiles({ folder, to, evenCut, onProgress: tell }) };
}

async function bringKeys(
  product: Product,
  folder: string,
  logFolder: string,
  { from, evenCut }: Bringing,
): Promise<ImportedKeys> {
  const { importKeys } = await import('@minh-bach/assembly');
  const masterKey = await loadOrCreateMasterKeyFile(product.masterKeyFile);
  const chain = evenCut ? {} : { chain: from.chain };
  return importKeys({ url: product.databaseUrl, folder, logFolder, masterKey, ...chain });
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

export function importedText({ log, files, keys, named }: Imported): string {
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
  ]
    .flatMap((lines) => lines ?? [])
    .join('\n');
}

function namedText({ missing, unreadable: [first, ...more] }: NonNullable<Imported['named']>) {
  const lacks = `Thiếu tệp mà nhật ký có nêu / files that the log names and the export lacks: ${missing}`;
  const told = `Sự kiện không đọc được, không rõ có nêu tệp hay không / events that cannot be read, and may name a file: ${more.length + 1} (${first?.stream}@${first?.revision})`;
  return [...(missing > 0 ? [lacks] : []), ...(first ? [told] : [])];
}
