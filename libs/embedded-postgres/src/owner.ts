import { readFileSync, writeFileSync } from 'node:fs';

/** Notes that this program holds the data through the server with this number. */
export function noteOwner(file: string, postmaster: number): void {
  writeFileSync(file, `${process.pid} ${postmaster}\n`, { mode: 0o600 });
}

/**
 * The program that started a server, which is what to stop: the server itself would go from under
 * it. `?` where another server was noted last.
 */
export function ownerOf(file: string, postmaster: number | undefined): number | '?' {
  try {
    const [owner, server] = readFileSync(file, 'utf8').split(' ').map(Number);
    return owner !== undefined && server === postmaster ? owner : '?';
  } catch {
    return '?';
  }
}
