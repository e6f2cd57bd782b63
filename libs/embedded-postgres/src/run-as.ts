import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** Whom PostgreSQL runs as; `undefined` means ourselves. */
export type RunAs = { readonly uid: number; readonly gid: number } | undefined;

/**
 * PostgreSQL refuses to run as root. Started as root it therefore runs as the owner of the cluster
 * if there is one already, else as `postgres` (made when missing), else as `nobody`.
 */
export function whoRuns(clusterFolder: string | undefined): RunAs {
  if (process.getuid?.() !== 0) return undefined;
  const owner = clusterFolder && statSync(clusterFolder);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return userNamed('postgres') ?? madeUser('postgres') ?? userNamed('nobody');
}

/** Whether that user may enter every folder down to this one. */
export function mayEnter(folder: string, runAs: RunAs): boolean {
  const tried = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...runAs, cwd: '/' });
  return tried.status === 0;
}

function userNamed(name: string): RunAs {
  const numberOf = (flag: string) =>
    Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: numberOf('-u'), gid: numberOf('-g') };
  } catch {
    return undefined;
  }
}

function madeUser(name: string): RunAs {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', name]);
  return userNamed(name);
}
