import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { environment } from '../config.mjs';

/** Says that this is an old Node, once: the process that it hands over to is itself. */
const pretends = `
  if (!process.env.MB_HANDED_OVER) Object.defineProperty(process.versions, 'node', { value: '20.19.0' });
  process.env.MB_HANDED_OVER = '1';`;
const script = `
  import { goesOnUnderPinnedNode } from '${new URL('pinned-node.mjs', import.meta.url)}';
  if (!goesOnUnderPinnedNode()) {
    console.log(process.versions.node, process.argv[2]);
    process.exitCode = 7;
  }`;

/** Tells its number, then what it is told to do, and ends in order. */
const waits = `
  import { goesOnUnderPinnedNode } from '${new URL('pinned-node.mjs', import.meta.url)}';
  if (!goesOnUnderPinnedNode()) {
    const alive = setInterval(() => undefined, 1000);
    process.on('SIGTERM', () => { console.log('ends in order'); clearInterval(alive); });
    console.log(process.pid);
  }`;

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minh-bach-node-'));
  writeFileSync(join(folder, 'pretends.cjs'), pretends);
});
afterEach(() => rmSync(folder, { recursive: true }));

const under = (source) => {
  const main = join(folder, 'main.mjs');
  writeFileSync(main, source);
  const env = { ...environment, NODE_OPTIONS: `--require ${join(folder, 'pretends.cjs')}` };
  return [process.execPath, [main, 'xin chào'], env];
};

it('another Node hands its arguments to the pinned one, and ends with its exit code', () => {
  const [program, args, env] = under(script);
  const ended = spawnSync(program, args, { encoding: 'utf8', env });
  expect(ended).toMatchObject({ stdout: `${process.versions.node} xin chào\n`, status: 7 });
});

describe('the pinned Node, once the one that handed over to it', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'])('gets %s, ends in order', async (signal) => {
    const [program, args, env] = under(waits);
    const first = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const [pid] = await once(first.stdout, 'data');
    expect(Number(pid)).not.toBe(first.pid);
    const said = [];
    first.stdout.on('data', (data) => said.push(data));
    first.kill(signal);
    // The pipe closes with the last of the two.
    await once(first.stdout, 'close');
    expect(said.join('')).toBe('ends in order\n');
  });
});
