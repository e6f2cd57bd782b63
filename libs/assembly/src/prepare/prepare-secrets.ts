import { join } from 'node:path';
import { loadOrCreateMasterKeyFile, type MasterKey } from '@minh-bach/vault';
import { BACKUP_KEY_FILE, backupKeyOf } from '../backup/backup-key.ts';
import { keepSecret, processSecrets, readSecret, type ProcessSecrets } from '../secrets.ts';
import { checkFolders } from './check-secrets.ts';
import { PROCESSES } from './processes.ts';

/**
 * Lays one folder a process with what it may know, beside the folder that holds everything: the key of
 * the vault only where something is sealed, no service's secret but its own. What is there stays, so
 * it may run again; the folder that holds everything is then to be put away, with its backup.
 *
 * @param everything holds `service.secret` and `master.key`; they are drawn where missing
 * @param folder gets `gateway/`, `directory/`, `intake/`, …, and `backup/` for `mb export`
 * @returns the master key: `prepareDatabase` lays the vault's secret under it
 * @throws where what is there is not what would be laid; then nothing was written
 */
export async function prepareSecrets(everything: string, folder: string): Promise<MasterKey> {
  await checkFolders(everything, folder);
  const secrets = await processSecrets(everything);
  const key = await loadOrCreateMasterKeyFile(join(everything, 'master.key'));
  const files = [
    ...filesOf(secrets, await readSecret(everything, 'master.key')),
    { of: 'backup', name: BACKUP_KEY_FILE, secret: await backupKeyOf(key) },
  ];
  for (const { of, name, secret } of files) await refuseAnother(join(folder, of), name, secret);
  for (const { of, name, secret } of files) await keepSecret(join(folder, of), name, secret);
  return key;
}

interface SecretFile {
  readonly of: string;
  readonly name: string;
  readonly secret: Uint8Array;
}

const filesOf = (secrets: ProcessSecrets, masterKey: Uint8Array): readonly SecretFile[] =>
  PROCESSES.flatMap(({ name: of, commands, seals }) => [
    { of, name: 'messages.secret', secret: secrets.messages },
    ...(commands ? [{ of, name: 'commands.secret', secret: secrets.commands }] : []),
    ...(commands ? [{ of, name: `service-${of}.secret`, secret: secrets.of(of) }] : []),
    ...(seals ? [{ of, name: 'master.key', secret: masterKey }] : []),
  ]);

async function refuseAnother(folder: string, name: string, secret: Uint8Array): Promise<void> {
  const there = await readSecret(folder, name).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  });
  if (there !== undefined && !Buffer.from(there).equals(secret))
    throw new Error(`${join(folder, name)} holds another secret than would be laid there.`);
}
