import type { ImportedKeys } from '@minh-bach/assembly';
import {
  importLog,
  openExportedLog,
  refuseOtherLog,
  type CopiedLog,
  type LogInFolder,
} from '@minh-bach/event-store';
import { FolderFileStore, importFiles, type CopiedFiles } from '@minh-bach/files';
import { DomainError } from '@minh-bach/kernel';
import { loadOrCreateMasterKeyFile } from '@minh-bach/vault';
import type { Progress } from '../logs/copy-words.ts';
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
  const { log: folder, files } = parts;
  if (folder === undefined) return filesPart(product, files!, how);
  const from = await openExportedLog(folder, how);
  const to = await product.openLog();
  try {
    await refuseOtherLog({ from, to });
    const keys = parts.keys !== undefined && {
      keys: await bringKeys(product, parts.keys, folder),
    };
    const brought = files !== undefined && (await filesPart(product, files, how));
    const named = files !== undefined && (await lookAtFiles(from, product.filesFolder, how));
    const { onProgress } = how;
    const { events, copied, digest } = await importLog({ from, to, onProgress });
    return { ...keys, ...brought, ...named, log: { events, copied, digest, chain: from.chain } };
  } finally {
    await to.close();
  }
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
): Promise<ImportedKeys> {
  const { importKeys } = await import('@minh-bach/assembly');
  const masterKey = await loadOrCreateMasterKeyFile(product.masterKeyFile);
  return importKeys({ url: product.databaseUrl, folder, logFolder, masterKey });
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
