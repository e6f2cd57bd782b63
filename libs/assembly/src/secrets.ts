import { hkdfSync, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A secret of 32 bytes in a file that only its owner may read, drawn on first use. Kept beside the
 * other keys, never in the database: ids derived under it must not be guessed by who reads a dump.
 *
 * @throws when others than its owner may read the file, or it does not hold a secret
 */
export async function loadOrCreateSecret(folder: string, name: string): Promise<Uint8Array> {
  const path = join(folder, name);
  const read = async () => {
    const secret = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64url');
    if (process.platform !== 'win32' && (await stat(path)).mode & 0o077)
      throw new Error(`${path} holds a secret and may be read by others: chmod 600 it.`);
    if (secret.length !== 32) throw new Error(`${path} is not a file with a secret of 32 bytes.`);
    return secret;
  };
  try {
    return await read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const fresh = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(fresh, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true });
  // Of several first starts one wins, whole.
  await link(fresh, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(fresh);
  return read();
}

/** One secret per use, from the one that is kept. */
export const derivedSecret = (root: Uint8Array, use: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', root, '', `minh-bach ${use}`, 32));
