import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { makeFolder } from '@minh-bach/embedded-postgres';
import { Refused } from './words.ts';

/**
 * Two runs that write to one folder would lay chunks over each other's. What one that was killed has left
 * is taken over.
 *
 * @throws Refused `EXPORT_BUSY`
 * @throws StartError `NO_FOLDER`
 */
export async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  makeFolder(resolve(folder));
  const lock = join(folder, 'export.lock');
  const take = () => writeFile(lock, String(process.pid), { flag: 'wx', mode: 0o600 });
  await take().catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    if (isAlive(Number(await readFile(lock, 'utf8')))) throw new Refused('EXPORT_BUSY');
    await rm(lock, { force: true });
    await take();
  });
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
