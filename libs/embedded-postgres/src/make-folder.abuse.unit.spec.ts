import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startEmbeddedPostgres } from './start.ts';
import { makeFolder } from './make-folder.ts';
import { explainStartFailure } from './start-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'minh-bach-test-'));
const at = (...names: string[]) => join(folder, ...names);
writeFileSync(at('file'), '');
symlinkSync(at('loop'), at('loop'));
symlinkSync(at('nowhere', 'else'), at('dangling'));
symlinkSync(folder, at('link'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('T24: a data folder that cannot be one', () => {
  it.each([
    ['a file', at('file')],
    ['below a file', at('file', 'below')],
    ['a device', '/dev/null'],
    ['a link to itself', at('loop')],
    ['a link that leads nowhere', at('dangling')],
    ['a name that is too long', at('x'.repeat(300))],
    ...(existsSync('/proc/self') ? [['below /proc', '/proc/minh-bach/data'] as const] : []),
  ])('%s: is refused in one line, and nothing hangs', async (_, dataFolder) => {
    const refused = await startEmbeddedPostgres({ dataFolder }).catch((error: unknown) => error);
    const said = explainStartFailure(refused);
    expect(said).toMatch(/Không dùng được thư mục .* \/ The folder .* --data/);
    expect(said).not.toMatch(/\n|ENOENT|ELOOP/);
  });

  it('is made with those above it, for its owner alone; also through a link', () => {
    makeFolder(at('link', 'a', 'b'));
    makeFolder(at('a', 'b'));
    for (const made of [at('a'), at('a', 'b')]) expect(statSync(made).mode & 0o777).toBe(0o700);
  });
});
