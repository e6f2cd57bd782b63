import { existsSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@minh-bach/embedded-postgres';
import type { EventStore } from '@minh-bach/event-store';

/** Whether it is a data folder of `npm start`: PostgreSQL's files lie in it. */
export const isDataFolder = (path: string): boolean =>
  existsSync(path) && statSync(path).isDirectory() && existsSync(join(path, 'postgres'));

/**
 * The log in a data folder whose product is stopped; the database runs until the log is closed.
 *
 * @throws StartError `DATA_IN_USE`: the product runs
 */
export async function openInFolder(
  folder: string,
  open: (url: string) => Promise<EventStore>,
): Promise<EventStore> {
  const postgres = await startEmbeddedPostgres({ dataFolder: folder });
  try {
    const store = await open(postgres.url);
    const close = store.close.bind(store);
    store.close = async () => {
      await close();
      await postgres.stop();
    };
    return store;
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/**
 * Runs `forget` on the database of a data folder, then lets the folder forget its log in EventStoreDB: the
 * next start may name another one.
 *
 * @throws StartError `DATA_IN_USE`: the product runs
 */
export async function forgetInFolder<T>(
  folder: string,
  forget: (url: string) => Promise<T>,
): Promise<T> {
  const postgres = await startEmbeddedPostgres({ dataFolder: folder });
  try {
    const forgotten = await forget(postgres.url);
    await rm(join(folder, 'eventstore-log'), { force: true });
    return forgotten;
  } finally {
    await postgres.stop();
  }
}
