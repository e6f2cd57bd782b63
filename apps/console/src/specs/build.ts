import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { building } from './config.ts';

const home = fileURLToPath(new URL('../..', import.meta.url));
const lock = join(home, 'dist.lock');
const LONGEST_BUILD_MS = 60_000;

/** Builds the console into a folder, by default into `dist/`, from where the gateway serves it. */
export async function buildConsole(outDir = 'dist'): Promise<void> {
  const built = spawn(
    'npx',
    ['vite', 'build', '--logLevel', 'error', '--outDir', outDir, '--emptyOutDir'],
    { cwd: home, env: building },
  );
  const [code] = (await once(built, 'exit')) as [number | null];
  if (code !== 0) throw new Error('the console was not built');
}

/** `dist/` as the sources have it now. Spec files run side by side: the first one builds, no other does. */
export async function freshConsole(): Promise<void> {
  const waitUntil = Date.now() + LONGEST_BUILD_MS;
  while (
    !(await mkdir(lock).then(
      () => true,
      () => false,
    ))
  ) {
    // Left behind by one that was killed.
    if (Date.now() > waitUntil) break;
    await setTimeout(100);
  }
  try {
    const builtAt = await changedAt(join(home, 'dist/index.html'));
    const sources = [join(home, 'index.html'), join(home, 'vite.config.ts'), join(home, 'src')];
    const changed = Math.max(...(await Promise.all(sources.map(newestIn))));
    if (changed > builtAt) await buildConsole();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

const changedAt = (file: string): Promise<number> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

async function newestIn(path: string): Promise<number> {
  if (!(await stat(path)).isDirectory()) return changedAt(path);
  const inside = await readdir(path, { recursive: true });
  const times = await Promise.all(
    inside.filter((file) => !file.includes('spec')).map((file) => changedAt(join(path, file))),
  );
  return Math.max(...times);
}
