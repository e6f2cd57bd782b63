import type { ExportedTables } from '@minh-bach/assembly';
import { exportLog, type ExportedLog } from '@minh-bach/event-store';
import { exportFiles, type CopiedFiles } from '@minh-bach/files';
import type { Progress } from '../logs/copy-words.ts';
import { digestOf, digestText } from './digest.ts';
import { alone } from './one-at-a-time.ts';
import type { Product } from './open-product.ts';
import { refuseIntoProduct, type Parts } from './parts.ts';
import { Refused, asideText } from './words.ts';

export interface Exported {
  readonly log?: ExportedLog & { readonly tables: ExportedTables };
  readonly files?: CopiedFiles;
  readonly keys?: ExportedTables;
  /** Of log and keys, where one run wrote both. */
  readonly digest?: string;
}

/** Log, then files and keys: what the log names is there when they are taken. */
export async function exportParts(
  product: Product,
  parts: Parts,
  onProgress: (progress: Progress) => void,
): Promise<Exported> {
  refuseIntoProduct(parts, product.ownFolders);
  const { log, files, keys } = parts;
  const { exportDestroyed, exportKeys } = await import('@minh-bach/assembly');
  const key = log === undefined && keys === undefined ? undefined : await product.backupKey();
  const logPart = async (folder: string) => {
    const from = await product.openLog();
    const exported = await exportLog({ from, folder, onProgress }).finally(() => from.close());
    const sealing = { key: key!, chain: exported.chain };
    return { ...exported, tables: await exportDestroyed(product.databaseUrl, folder, sealing) };
  };
  const filesPart = (folder: string) => {
    const tell = (count: number) => onProgress({ phase: 'files', files: count });
    return exportFiles({ from: product.filesFolder, folder, onProgress: tell });
  };
  const keysPart = async (folder: string) => {
    const tables = await exportKeys(product.databaseUrl, folder, key!);
    if (tables['keys.jsonl'] === undefined) throw new Refused('NO_KEYS');
    return tables;
  };
  const exported: Exported = {
    ...(log !== undefined && { log: await alone(log, () => logPart(log)) }),
    ...(files !== undefined && { files: await alone(files, () => filesPart(files)) }),
    ...(keys !== undefined && { keys: await alone(keys, () => keysPart(keys)) }),
  };
  return exported.log && exported.keys
    ? { ...exported, digest: digestOf(exported.log.chain, hashesIn(exported)) }
    : exported;
}

const hashesIn = ({ log, keys }: Exported) =>
  Object.fromEntries(
    Object.entries({ ...log?.tables, ...keys }).map(([file, { sha256 }]) => [file, sha256]),
  );

export function exportedText({ log, files, keys, digest }: Exported): string {
  return [
    log && [
      `Nhật ký / log: ${log.events} sự kiện / events, thêm / added ${log.added}`,
      `SHA-256 của chuỗi sự kiện, hãy giữ ở nơi khác / of the chain of events, keep it elsewhere: ${log.chain}`,
    ],
    files && [`Tệp / files: ${files.files}, thêm / added ${files.added}`],
    keys && [`Khóa / keys: ${keys['keys.jsonl']?.rows}`],
    asideIn({ ...log?.tables, ...keys }),
    digest && [digestText(digest)],
  ]
    .flatMap((lines) => lines ?? [])
    .join('\n');
}

const asideIn = (tables: ExportedTables): string[] =>
  Object.entries(tables)
    .filter(([, { setAside }]) => setAside > 0)
    .map(([file, { setAside }]) => asideText(file, setAside));
