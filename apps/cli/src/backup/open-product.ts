import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runningUrl, startEmbeddedPostgres } from '@minh-bach/embedded-postgres';
import type { EventStore } from '@minh-bach/event-store';
import { isDataFolder } from '../logs/data-folder.ts';
import { openLog, readAddress } from '../logs/open-log.ts';
import { Refused } from './words.ts';

/** Where a product keeps what is exported, or where it is to find what is imported. */
export interface Product {
  /** Of the database's owner. */
  readonly databaseUrl: string;
  /** Of `npm start`. */
  readonly dataFolder?: string | undefined;
  /** All folders in which it keeps what is its own. */
  readonly ownFolders: readonly string[];
  openLog(): Promise<EventStore>;
  /** @throws Refused `NO_FILES_FOLDER` */
  readonly filesFolder: string;
  /** The file with the master key. @throws Refused `NO_MASTER_KEY` */
  readonly masterKeyFile: string;
  /** Under which the tables of a backup are authentic. @throws Refused `NO_BACKUP_KEY` */
  backupKey(): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface Places {
  /** A data folder of `npm start`, an address of the database, or a file that holds one. */
  readonly at: string;
  /** EventStoreDB, where the log is there. */
  readonly store?: string | undefined;
  readonly filesAt?: string | undefined;
  readonly secrets?: string | undefined;
}

export type OpenProduct = (places: Places, end: 'from' | 'to') => Promise<Product>;

/**
 * To export from it, the product may run. To import into it, it must not: a data folder is held.
 *
 * @throws BadAddress, Refused, StartError
 */
export const openProduct: OpenProduct = async (places, end) => {
  const { at, store } = places;
  const storeUrl = store === undefined ? undefined : await readAddress(store);
  const folder = isFolder(at, end) ? at : undefined;
  if (folder !== undefined && storeUrl === undefined && existsSync(join(folder, 'eventstore-log')))
    throw new Refused('LOG_ELSEWHERE');
  const { databaseUrl, close } = await openDatabase(folder ?? (await readAddress(at)), end);
  const secrets = places.secrets ?? (folder && join(folder, 'secrets'));
  return {
    databaseUrl,
    dataFolder: folder,
    ownFolders: [folder, secrets, places.filesAt].filter((own) => own !== undefined),
    async backupKey() {
      const { loadBackupKey } = await import('@minh-bach/assembly');
      const key = secrets === undefined ? undefined : await loadBackupKey(secrets);
      if (key === undefined) throw new Refused('NO_BACKUP_KEY');
      return key;
    },
    openLog: () => openLog(storeUrl ?? databaseUrl, end),
    get filesFolder() {
      const files = places.filesAt ?? (folder && join(folder, 'files'));
      if (files === undefined) throw new Refused('NO_FILES_FOLDER');
      return files;
    },
    get masterKeyFile() {
      const file = secrets === undefined ? '' : join(secrets, 'master.key');
      if (!existsSync(file)) throw new Refused('NO_MASTER_KEY');
      return file;
    },
    close,
  };
};

/** An import makes the database in a folder that holds secrets alone. */
const isFolder = (path: string, end: 'from' | 'to'): boolean =>
  end === 'from' ? isDataFolder(path) : existsSync(path) && statSync(path).isDirectory();

async function openDatabase(
  at: string,
  end: 'from' | 'to',
): Promise<Pick<Product, 'databaseUrl' | 'close'>> {
  const isUrl = /^postgres(ql)?:/.test(at);
  if (!isUrl && !isFolder(at, end)) throw new Refused('NO_DATABASE');
  const running = isUrl ? at : end === 'from' ? runningUrl(at) : undefined;
  if (running !== undefined) return { databaseUrl: running, close: () => Promise.resolve() };
  const postgres = await startEmbeddedPostgres({ dataFolder: at });
  return { databaseUrl: postgres.url, close: () => postgres.stop() };
}
