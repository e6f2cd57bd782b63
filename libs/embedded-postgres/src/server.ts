import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { serverEnvironment } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { noteOwner, ownerOf } from './owner.ts';
import { readPostmaster } from './postmaster-pid.ts';
import { StartError } from './start-error.ts';

const startWithinMs = 120_000;
const logLimitBytes = 10_000_000;

/**
 * A shell stands between us and the server and holds our pipe: when we go, however that happens,
 * the pipe closes and the shell stops the server. A session of its own (`detached`) keeps Ctrl-C
 * in the terminal from stopping the server before those who use it.
 */
const keeper = `
exec 3<&0
"$@" 3<&- </dev/null >&2 & server=$!
echo $server
{ read -r _ <&3; while kill -INT $server; do sleep 1; done; } >/dev/null 2>&1 & watch=$!
exec 3<&-
wait $server; code=$?
kill $watch 2>/dev/null
exit $code`;

export interface Server {
  /** Of the postmaster. */
  readonly pid: number;
  /** Settles when the server has gone, with what its log said last. */
  readonly gone: Promise<string>;
  /** Fast shutdown: open transactions are rolled back, everything is flushed. */
  stop(): Promise<void>;
  /** As in a power cut. */
  kill(): Promise<void>;
}

/** Starts the server and waits until it accepts connections. */
export async function startServer(
  cluster: Cluster,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<Server> {
  const logFrom = trimmedLogSize(cluster.log);
  const child = spawnServer(cluster, port, settings);
  const exit = once(child, 'exit');
  let exited = false;
  const gone = exit.then(() => {
    exited = true;
    return lastWords(cluster.log, logFrom);
  });

  const deadline = Date.now() + startWithinMs;
  const pid = await toldPid(child);
  let noted = false;
  for (;;) {
    if (exited) throw failure(cluster, port, logFrom);
    const postmaster = readPostmaster(cluster.folder);
    if (postmaster?.pid === pid && !noted) {
      noteOwner(cluster.owner, pid);
      noted = true;
    }
    if (postmaster?.pid === pid && postmaster.status === 'ready') return handle(child, pid, gone);
    if (Date.now() > deadline) child.stdin?.end();
    await delay(10);
  }
}

async function toldPid(child: ChildProcess): Promise<number> {
  for await (const line of child.stdout ?? []) return Number(line);
  return 0;
}

function handle(child: ChildProcess, pid: number, gone: Promise<string>): Server {
  return {
    pid,
    gone,
    stop: async () => {
      child.stdin?.end();
      await gone;
    },
    kill: async () => {
      process.kill(pid, 'SIGKILL');
      await gone;
    },
  };
}

function spawnServer(
  { binaries, folder, log, runAs }: Cluster,
  port: number,
  settings: Readonly<Record<string, string>>,
): ChildProcess {
  const flags = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const output = openSync(log, 'a', 0o600);
  const child = spawn(
    '/bin/sh',
    ['-c', keeper, 'sh', join(binaries, 'postgres'), '-D', folder, ...flags],
    {
      ...runAs,
      cwd: '/',
      detached: true,
      env: serverEnvironment,
      stdio: ['pipe', 'pipe', output],
    },
  );
  closeSync(output);
  // The pipe breaks when the server dies first; `gone` tells that.
  child.stdin?.on('error', () => undefined);
  return child;
}

function failure({ folder, log, owner }: Cluster, port: number, logFrom: number): StartError {
  const said = lastWords(log, logFrom);
  if (/No space left on device/.test(said)) return new StartError('DISK_FULL', { folder });
  if (/could not create any TCP\/IP sockets/.test(said)) {
    return new StartError('PORT_TAKEN', { port });
  }
  // Empty: the other one starts at this very moment.
  if (/lock file .* (already exists|is empty)/.test(said)) {
    const pid = ownerOf(owner, readPostmaster(folder)?.pid);
    return new StartError('DATA_IN_USE', { folder, pid });
  }
  const reason = /(?:FATAL|PANIC): *(.*)/.exec(said)?.[1] ?? said.split('\n').at(-1) ?? '';
  return new StartError('SERVER_FAILED', { reason, log });
}

function trimmedLogSize(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= logLimitBytes) return size;
  truncateSync(log);
  return 0;
}

/** Empty when the log has been removed meanwhile. */
function lastWords(log: string, from: number): string {
  if (!existsSync(log)) return '';
  return readFileSync(log).subarray(from).toString('utf8').trim().slice(-4_000);
}
