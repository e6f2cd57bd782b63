import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { environment } from '../config.mjs';
import { root } from './root.mjs';

const system = { win32: 'win' }[process.platform] ?? process.platform;
const folder = `${root}/node_modules/node-${system}-${process.arch}`;
const program = `${folder}/bin/node${process.platform === 'win32' ? '.exe' : ''}`;

/** What the product is written for, where npm carries no Node for a machine. */
const LOWEST_MAJOR = 24;

/**
 * Goes on under the Node that the lockfile pins, in a child with the same arguments, where another one
 * runs this. npm puts the pinned one first, so this happens once: with the command that installed it.
 *
 * The child is in a session of its own, so that it gets each signal once: from here. It ends in order when
 * this process ends, however that happens.
 *
 * @returns whether a child does the work; its exit code is then this process's
 */
export function goesOnUnderPinnedNode() {
  if (!existsSync(program)) return refusesOlder();
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  if (version === process.versions.node) return endsWithParent();
  const child = spawn(program, process.argv.slice(1), {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
    env: environment,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill('SIGTERM'));
  child.once('exit', (code) => (process.exitCode = code ?? 1));
  return true;
}

/** The channel to the parent closes when that one is gone, also where it was killed. */
function endsWithParent() {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
  return false;
}

function refusesOlder() {
  const { node } = process.versions;
  if (Number(node.split('.')[0]) >= LOWEST_MAJOR) return false;
  console.error(
    `npm không có bản Node.js cho máy này; cần cài Node.js ${LOWEST_MAJOR} trở lên (đang dùng ${node}). / ` +
      `npm carries no Node.js for this machine: install Node.js ${LOWEST_MAJOR} or newer (this is ${node}).`,
  );
  process.exitCode = 1;
  return true;
}
