import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
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

it('another Node hands its arguments to the pinned one, and ends with its exit code', () => {
  const folder = mkdtempSync(join(tmpdir(), 'minh-bach-node-'));
  const [first, main] = [join(folder, 'pretends.cjs'), join(folder, 'main.mjs')];
  writeFileSync(first, pretends);
  writeFileSync(main, script);
  const env = { ...environment, NODE_OPTIONS: `--require ${first}` };
  const ended = spawnSync(process.execPath, [main, 'xin chào'], { encoding: 'utf8', env });
  rmSync(folder, { recursive: true });
  expect(ended).toMatchObject({ stdout: `${process.versions.node} xin chào\n`, status: 7 });
});
