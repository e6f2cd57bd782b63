import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@minh-bach/kernel';
import { loadOrCreateMasterKeyFile, type MasterKey } from '@minh-bach/vault';
import { readSecret } from '../secrets.ts';

/** Laid by `mb prepare` for the machine that exports, which holds no master key. */
export const BACKUP_KEY_FILE = 'backup.key';

/** Under it the tables of a backup are authentic: it opens nothing, and it proves nothing against its holder. */
export const backupKeyOf = (masterKey: MasterKey): Promise<Uint8Array> =>
  masterKey.derive('backup');

/**
 * From a folder of secrets: as it was laid, or from the master key.
 *
 * @returns undefined where there is neither
 * @throws DomainError `BACKUP_KEY_WRONG` {path}: the master key beside it is another one's, and no import
 *   would take what was exported under it
 * @throws DomainError as `readSecret`, `loadOrCreateMasterKeyFile`
 */
export async function loadBackupKey(folder: string): Promise<Uint8Array | undefined> {
  const names = await readdir(folder).catch((): string[] => []);
  const laid = names.includes(BACKUP_KEY_FILE)
    ? await readSecret(folder, BACKUP_KEY_FILE)
    : undefined;
  if (!names.includes('master.key')) return laid;
  const derived = await backupKeyOf(await loadOrCreateMasterKeyFile(join(folder, 'master.key')));
  if (laid && !Buffer.from(laid).equals(derived))
    throw new DomainError('BACKUP_KEY_WRONG', { path: join(folder, BACKUP_KEY_FILE) });
  return derived;
}
