import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PostgresKeyStore, hasKeys, loadOrCreateMasterKeyFile, rootSecret } from '@minh-bach/vault';
import pg from 'pg';
import { PROCESSES } from './processes.ts';

/** From which all that processes may know is made. */
const ROOTS = ['service.secret', 'master.key'];

/**
 * Whether secrets may be drawn or laid, before any file is written: a folder that was mistyped must not
 * become another set of secrets.
 *
 * @throws Error with what is wrong, in words
 */
export async function checkFolders(everything: string, folder: string): Promise<void> {
  const found = await namesIn(everything);
  if (found.includes('messages.secret'))
    throw new Error(
      `${everything} holds the secrets of one process. Give the folder that holds all.`,
    );
  const laid = await Promise.all(PROCESSES.map(({ name }) => namesIn(join(folder, name))));
  if (laid.some((names) => names.length > 0) && !hasRoots(found))
    throw new Error(`${folder} was laid from another folder than ${everything}: is it mistyped?`);
}

/**
 * Whether the keys of a database are under the master key of this folder. Changes nothing.
 *
 * @throws Error where they are, and the folder holds none; DomainError `MASTER_KEY_WRONG`
 */
export async function checkDatabase(ownerUrl: string, everything: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  try {
    if (!(await hasKeys(pool))) return;
    if (!hasRoots(await namesIn(everything)))
      throw new Error(`The database has keys, and ${everything} does not: is it mistyped?`);
    const masterKey = await loadOrCreateMasterKeyFile(join(everything, 'master.key'));
    await rootSecret(new PostgresKeyStore(pool), masterKey);
  } finally {
    await pool.end();
  }
}

const hasRoots = (names: readonly string[]): boolean => ROOTS.every((name) => names.includes(name));

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return [];
  });
