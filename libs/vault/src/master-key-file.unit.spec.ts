import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadOrCreateMasterKeyFile } from './master-key-file.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'master-key-'));
  path = join(folder, 'keys', 'master.key');
});
afterEach(() => rmSync(folder, { recursive: true }));

const key = Buffer.alloc(32, 3);
const context = Buffer.from('row');

describe('the master key in a file', () => {
  it('is made once, for its owner only, and found again', async () => {
    const wrapped = await (await loadOrCreateMasterKeyFile(path)).wrap(key, context);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
    const again = await loadOrCreateMasterKeyFile(path);
    expect(Buffer.from(await again.unwrap(wrapped, context))).toEqual(key);
  });

  it('is one key for all who make it at once, and leaves nothing else behind', async () => {
    const loaded = await Promise.all(
      Array.from({ length: 8 }, () => loadOrCreateMasterKeyFile(path)),
    );
    const wrapped = await loaded[0]!.wrap(key, context);
    for (const each of loaded)
      expect(Buffer.from(await each.unwrap(wrapped, context))).toEqual(key);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['master.key']);
  });

  it('is refused when others may read it', async () => {
    await loadOrCreateMasterKeyFile(path);
    chmodSync(path, 0o640);
    await expect(loadOrCreateMasterKeyFile(path)).rejects.toMatchObject({
      code: 'MASTER_KEY_EXPOSED',
    });
  });

  it('is refused, and not made anew, when it is cut', async () => {
    await loadOrCreateMasterKeyFile(path);
    const cut = readFileSync(path, 'utf8').slice(0, 20);
    writeFileSync(path, cut);
    await expect(loadOrCreateMasterKeyFile(path)).rejects.toMatchObject({
      code: 'MASTER_KEY_BROKEN',
    });
    expect(readFileSync(path, 'utf8')).toBe(cut);
  });

  it('unwraps in the context it was wrapped in only', async () => {
    const master = await loadOrCreateMasterKeyFile(path);
    const wrapped = await master.wrap(key, context);
    await expect(master.unwrap(wrapped, Buffer.from('other row'))).rejects.toThrow();
  });
});
