import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { binariesFor, sharedFolder } from './binaries.ts';
import { makeFolder } from './make-folder.ts';
import { mayEnter, whoRuns } from './run-as.ts';
import type { RunAs } from './run-as.ts';
import { StartError } from './start-error.ts';

/** A PostgreSQL cluster on disk: where it lies, who runs it, and with which programs. */
export interface Cluster {
  readonly folder: string;
  readonly runAs: RunAs;
  readonly binaries: string;
  readonly password: string;
  readonly log: string;
  /** Says which program holds the data. */
  readonly owner: string;
}

/** Nobody calls a folder of theirs so. */
const UNFINISHED = 'postgres-unfinished-';

/** A clean environment: the server must not depend on who started it. */
export const serverEnvironment = { PATH: '/usr/sbin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * The cluster in `<dataFolder>/postgres`, made when missing; `<dataFolder>/postgres.password` opens
 * it. Where PostgreSQL's user may not enter the data folder (root's checkout in a closed home),
 * `postgres` is a link to a folder of its own under `/var/lib/minh-bach`.
 */
export function openCluster(dataFolder: string, sync: boolean): Cluster {
  makeFolder(dataFolder);
  const link = join(dataFolder, 'postgres');
  const found = existsSync(link) ? realpathSync(link) : undefined;
  const runAs = whoRuns(found);
  const binaries = binariesFor(runAs);
  letIn(dataFolder, runAs);
  const password = passwordOf(dataFolder);
  const log = join(dataFolder, 'postgres.log');
  if (!found) create({ link, dataFolder, runAs, binaries, password, sync });

  const folder = realpathSync(link);
  checkVersion(folder, binaries);
  const owner = join(dataFolder, 'postgres.owner');
  return { folder, runAs, binaries, password, log, owner };
}

/** Whoever made the folder closed it to others: open it to PostgreSQL's group, no further. */
function letIn(dataFolder: string, runAs: RunAs): void {
  if (!runAs || mayEnter(dataFolder, runAs)) return;
  chownSync(dataFolder, 0, runAs.gid);
  chmodSync(dataFolder, 0o710);
}

/** Laid whole and on disk before the cluster that it opens is made. */
function passwordOf(dataFolder: string): string {
  const file = join(dataFolder, 'postgres.password');
  if (!existsSync(file)) keepPassword(file, dataFolder);
  const password = readFileSync(file, 'utf8').trim();
  if (password === '') throw new StartError('PASSWORD_EMPTY', { file });
  return password;
}

function keepPassword(file: string, dataFolder: string): void {
  const password = randomBytes(24).toString('base64url');
  const fresh = join(dataFolder, `${UNFINISHED}${randomBytes(6).toString('hex')}.password`);
  writeFileSync(fresh, password, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(fresh, file);
  } catch (error) {
    // Another start came first: its password is the one.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(fresh);
  }
}

interface Creation extends Pick<Cluster, 'runAs' | 'binaries' | 'password'> {
  readonly link: string;
  readonly dataFolder: string;
  readonly sync: boolean;
}

/**
 * What first starts that were killed left beside the cluster, with its password. For the one start that
 * holds the data: another that was making a cluster at the same time takes this one.
 */
export function removeUnfinished(dataFolder: string): void {
  for (const name of readdirSync(dataFolder))
    if (name.startsWith(UNFINISHED))
      rmSync(join(dataFolder, name), { recursive: true, force: true });
}

/** Made aside and renamed, so that a start that is cut off leaves no half cluster behind. */
function create({ link, dataFolder, runAs, binaries, password, sync }: Creation): void {
  const near = mayEnter(dataFolder, runAs);
  const parent = near ? dataFolder : join(sharedFolder, 'clusters');
  if (!near) mkdirSync(parent, { recursive: true, mode: 0o755 });
  const fresh = mkdtempSync(join(parent, UNFINISHED));
  if (runAs) chownSync(fresh, runAs.uid, runAs.gid);
  try {
    initdb(fresh, { runAs, binaries, password, sync });
    if (near) renameSync(fresh, link);
    else symlinkSync(fresh, link);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Another start may have come first: then its cluster is the one.
    if (!existsSync(link)) throw error;
  }
}

/**
 * Text sorts by code point, the same on every machine; a column that needs the Vietnamese order
 * asks for it with `COLLATE "vi-x-icu"`.
 */
function initdb(
  folder: string,
  { runAs, binaries, password, sync }: Omit<Creation, 'link' | 'dataFolder'>,
): void {
  const passwordFile = `${folder}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runAs) chownSync(passwordFile, runAs.uid, runAs.gid);
  const flags = [
    `--pgdata=${folder}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(sync ? [] : ['--no-sync']),
  ];
  const { status, stderr, error } = spawnSync(join(binaries, 'initdb'), flags, {
    ...runAs,
    cwd: '/',
    env: serverEnvironment,
    encoding: 'utf8',
  });
  rmSync(passwordFile, { force: true });
  if (error) throw error;
  if (status === 0) return;
  if (/No space left on device/.test(stderr)) throw new StartError('DISK_FULL', { folder });
  throw new StartError('SERVER_FAILED', { reason: stderr.trim().replace(/\s+/g, ' '), log: '-' });
}

function checkVersion(folder: string, binaries: string): void {
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  const { stdout } = spawnSync(join(binaries, 'postgres'), ['--version'], { encoding: 'utf8' });
  const wanted = /\d+/.exec(stdout)?.[0] ?? '?';
  if (found !== wanted) throw new StartError('OTHER_VERSION', { folder, found, wanted });
}
