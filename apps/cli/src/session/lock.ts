import { mkdir, mkdtemp, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sessionFolder } from './config.ts';

const STALE_MS = 30_000;
const PAUSE_MS = 100;

/** One `mb` at a time: a refresh token is used once, and two that use the same end the sign-in. */
export async function locked<T>(work: () => Promise<T>): Promise<T> {
  const folder = join(sessionFolder(), 'session.lock');
  for (let waited = 0; !(await take(folder)); waited += PAUSE_MS) {
    // Left behind by one that was killed.
    if ((await ageOf(folder)) > STALE_MS || waited > 2 * STALE_MS)
      await rmdir(folder).catch(() => undefined);
    await pause(PAUSE_MS);
  }
  try {
    return await work();
  } finally {
    await rmdir(folder).catch(() => undefined);
  }
}

/** By the clock of the file system, which may be on another machine. */
async function ageOf(folder: string): Promise<number> {
  const born = await stat(folder).catch(() => undefined);
  if (!born) return 0;
  const probe = await mkdtemp(`${folder}.`);
  const { mtimeMs } = await stat(probe);
  await rmdir(probe);
  return mtimeMs - born.mtimeMs;
}

const take = (folder: string): Promise<boolean> =>
  mkdir(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
