import { readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';

/** What PostgreSQL writes about itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** `starting`, `ready`, `standby` or `stopping`; empty until it has been written. */
  readonly status: string;
}

export function readPostmaster(folder: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' };
  } catch {
    return undefined;
  }
}

/**
 * The server that holds this folder, if one is alive. A file that a killed one left is PostgreSQL's
 * to deal with, unless its number has since gone to another program: then PostgreSQL would refuse
 * to start, so the file is removed.
 */
export function livePostmaster(folder: string): Postmaster | undefined {
  const postmaster = readPostmaster(folder);
  if (!postmaster || !isAlive(postmaster.pid)) return undefined;
  if (worksIn(postmaster.pid, folder)) return postmaster;
  rmSync(join(folder, 'postmaster.pid'), { force: true });
  return undefined;
}

/** A server whose owner died is told to stop within a moment; wait for it to be gone. */
export async function withoutDyingPostmaster(folder: string): Promise<Postmaster | undefined> {
  const noticed = Date.now() + 1_000;
  const stopped = Date.now() + 60_000;
  for (;;) {
    const postmaster = livePostmaster(folder);
    if (!postmaster) return undefined;
    if (Date.now() > (postmaster.status === 'stopping' ? stopped : noticed)) return postmaster;
    await delay(20);
  }
}

/** A process that we may not signal is another user's: never our server. PostgreSQL judges it so, too. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * PostgreSQL works in its data folder, as the user who owns it. Where the working folder cannot be seen,
 * such as by root in a container, the user decides; where that cannot be seen either, it is taken for granted.
 */
function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return isOfOwner(pid, folder);
  }
}

function isOfOwner(pid: number, folder: string): boolean {
  try {
    return statSync(`/proc/${pid}`).uid === statSync(folder).uid;
  } catch {
    return true;
  }
}
