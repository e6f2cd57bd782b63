import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { environment } from '../config.mjs';
import { ensureBuilt } from '../setup/build.mjs';
import { root } from '../setup/root.mjs';

const WITHIN_MS = 180_000;
const LOWEST_PORT = 12_000;
const PORTS = 8_000;

/**
 * What the first start of the product with its demo people leaves, to be copied. The first that asks
 * makes its own: a run of one file has no use for copies.
 */
export async function firstStart() {
  if (!ensureBuilt()) throw new Error('the build failed');
  let asked = 0;
  let made;
  const remove = ({ above }) => rmSync(above, { recursive: true, force: true });
  return {
    told: async () => ((asked += 1) === 1 ? {} : await (made ??= make())),
    stop: () => made?.then(remove, () => undefined),
  };
}

/** The people's accounts carry the address, so a copy of the folder starts on the same port. */
async function make() {
  const above = mkdtempSync(join(tmpdir(), 'minh-bach-test-'));
  // The database runs as another user when this one is root.
  chmodSync(above, 0o755);
  const folder = join(above, 'data');
  // Below those that the system deals out by itself.
  const port = LOWEST_PORT + Math.floor(Math.random() * PORTS);
  await startAndStop(port, folder);
  if (lstatSync(join(folder, 'postgres')).isSymbolicLink())
    throw new Error(`${folder}: the database lies elsewhere, and a copy would share it`);
  return { above, folder, port };
}

async function startAndStop(port, folder) {
  const options = ['--port', String(port), '--data', folder];
  const product = spawn(process.execPath, ['apps/standalone/dist/main.js', ...options], {
    cwd: root,
    env: { ...environment, NODE_ENV: undefined, MB_MODE: 'test' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  product.stderr.on('data', (chunk) => (said += chunk));
  const ended = once(product, 'exit');
  try {
    await ready(port, product);
  } catch (error) {
    throw new Error(`${error.message}\n${said}`, { cause: error });
  } finally {
    product.kill('SIGTERM');
    await ended;
  }
}

async function ready(port, product) {
  for (const end = performance.now() + WITHIN_MS; performance.now() < end; await delay(50)) {
    if (product.exitCode !== null) throw new Error('the product ended');
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error('the product never became ready');
}
