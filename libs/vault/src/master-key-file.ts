import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DomainError } from '@minh-bach/kernel';
import { masterKeyOf, type MasterKey } from './master-key.ts';

/**
 * The master key in a file of its own (mode 600, 32 bytes as base64url), made and flushed to the
 * disk when there is none. Keep it, and its backup, apart from the database's: whoever has both
 * opens everything, and without it nothing ever opens again.
 *
 * @param mayDraw where the file is missing, whether one is made: nothing opens what another one wrapped
 * @throws DomainError `MASTER_KEY_MISSING` {path} when it is missing, and none may be made
 * @throws DomainError `MASTER_KEY_EXPOSED` {path} when others than its owner may read it
 * @throws DomainError `MASTER_KEY_BROKEN` {path} when it does not hold a key
 */
export async function loadOrCreateMasterKeyFile(
  path: string,
  mayDraw: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<MasterKey> {
  const text = await readFile(path, 'utf8').catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    if (!(await mayDraw())) throw new DomainError('MASTER_KEY_MISSING', { path });
    await create(path);
    return readFile(path, 'utf8');
  });
  if ((await stat(path)).mode & 0o077) throw new DomainError('MASTER_KEY_EXPOSED', { path });
  const secret = Buffer.from(text.trim(), 'base64url');
  if (secret.length !== 32) throw new DomainError('MASTER_KEY_BROKEN', { path });
  return masterKeyOf(secret);
}

/** Whole or not at all, and one wins: written aside, flushed, then linked to its name. */
async function create(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const fresh = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(fresh, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(32).toString('base64url')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await link(fresh, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(fresh);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
