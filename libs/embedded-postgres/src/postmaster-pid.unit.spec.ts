import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withoutDyingPostmaster } from './postmaster-pid.ts';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minh-bach-pid-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const left = (pid: number) => {
  const file = join(folder, 'postmaster.pid');
  writeFileSync(file, `${pid}\n${folder}\n0\n5432\n\n127.0.0.1\n0 0\nready   \n`);
  return file;
};

/** What an ordinary user finds, such as the one who runs an installation. */
function asOrdinaryUser<T>(work: () => T): T {
  if (!isRoot) return work();
  chownSync(folder, NOBODY, NOBODY);
  process.seteuid?.(NOBODY);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('the number of a server that a power cut killed', () => {
  it('has gone to a process of another user: the next start is not refused', async () => {
    left(1);
    expect(await asOrdinaryUser(() => withoutDyingPostmaster(folder))).toBeUndefined();
  });

  it('has gone to another process of the same user: the file is removed', async () => {
    const file = left(process.pid);
    expect(await withoutDyingPostmaster(folder)).toBeUndefined();
    expect(existsSync(file)).toBe(false);
  });
});
