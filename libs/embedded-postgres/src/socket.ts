import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** PostgreSQL's own name for it; `.lock` beside it says whose it is. */
const nameOf = (port: number): string => `.s.PGSQL.${port}`;

/** Of the whole path, in bytes: Linux takes 107, macOS 103. A server with a longer one does not start. */
const LONGEST = 103;

/**
 * The folder of the Unix socket: the cluster's own, which no other user enters.
 *
 * @returns nothing where the path is too long, or on Windows
 */
export function socketFolderOf(clusterFolder: string): string | undefined {
  const longest = join(clusterFolder, nameOf(65_535));
  const fits = Buffer.byteLength(longest) <= LONGEST && !longest.includes(',');
  return fits && process.platform !== 'win32' ? clusterFolder : undefined;
}

/** What killed servers left. For the one server that holds the data: no other has a socket here. */
export function removeOldSockets(clusterFolder: string, port: number): void {
  const ours = new Set([nameOf(port), `${nameOf(port)}.lock`]);
  for (const name of readdirSync(clusterFolder))
    if (name.startsWith('.s.PGSQL.') && !ours.has(name))
      rmSync(join(clusterFolder, name), { force: true });
}
