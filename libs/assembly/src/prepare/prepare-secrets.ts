import { copyFile, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { loadOrCreateMasterKeyFile, type MasterKey } from '@minh-bach/vault';
import { keepSecret, processSecrets } from '../secrets.ts';
import { PROCESSES } from './processes.ts';

/**
 * Lays one folder a process with what it may know, beside the folder that holds everything: the key of
 * the vault only where something is sealed, no service's secret but its own. What is there stays, so
 * it may run again; the folder that holds everything is then to be put away, with its backup.
 *
 * @param everything holds `service.secret` and `master.key`; they are drawn where missing
 * @param folder gets `gateway/`, `directory/`, `intake/`, …
 * @returns the master key: `prepareDatabase` lays the vault's secret under it
 */
export async function prepareSecrets(everything: string, folder: string): Promise<MasterKey> {
  const secrets = await processSecrets(everything);
  const masterKey = join(everything, 'master.key');
  const key = await loadOrCreateMasterKeyFile(masterKey);
  for (const { name, commands, seals } of PROCESSES) {
    const own = join(folder, name);
    await keepSecret(own, 'messages.secret', secrets.messages);
    if (commands) {
      await keepSecret(own, 'commands.secret', secrets.commands);
      await keepSecret(own, `service-${name}.secret`, secrets.of(name));
    }
    if (seals) await keepCopy(masterKey, join(own, 'master.key'));
  }
  return key;
}

async function keepCopy(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
