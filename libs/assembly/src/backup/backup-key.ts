import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
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
 * @throws DomainError as `readSecret`, `loadOrCreateMasterKeyFile`
 */
export async function loadBackupKey(folder: string): Promise<Uint8Array | undefined> {
  const names = await readdir(folder).catch((): string[] => []);
  if (names.includes(BACKUP_KEY_FILE)) return readSecret(folder, BACKUP_KEY_FILE);
  if (!names.includes('master.key')) return undefined;
  return backupKeyOf(await loadOrCreateMasterKeyFile(join(folder, 'master.key')));
}
