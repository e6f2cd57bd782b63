import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { livePostmaster } from './postmaster-pid.ts';

/**
 * How to sign in to the server that a running product has on this data folder, beside the product.
 *
 * @returns nothing where none runs
 */
export function runningUrl(dataFolder: string): string | undefined {
  const server = livePostmaster(realpathSync(join(dataFolder, 'postgres')));
  if (server?.status !== 'ready') return undefined;
  const password = readFileSync(join(dataFolder, 'postgres.password'), 'utf8').trim();
  return `postgresql://postgres:${password}@127.0.0.1:${server.port}/postgres`;
}
