import { hkdfSync, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A secret of 32 bytes in a file that only its owner may read, drawn on first use. Kept beside the
 * other keys, never in the database: ids derived under it must not be guessed by who reads a dump.
 */
export async function loadOrCreateSecret(folder: string, name: string): Promise<Uint8Array> {
  const path = join(folder, name);
  const read = async () => Buffer.from((await readFile(path, 'utf8')).trim(), 'base64url');
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
