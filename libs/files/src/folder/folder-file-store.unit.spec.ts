import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { FolderFileStore } from './folder-file-store.ts';

const root = mkdtempSync(join(tmpdir(), 'files-'));
const store = new FolderFileStore(root);
afterAll(() => rmSync(root, { recursive: true }));

const refused = (code: string) => expect.objectContaining({ code }) as unknown;
async function* stream(...pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}
const all = async (source: AsyncIterable<Uint8Array>) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
};

describe('the folder', () => {
  it.each([
    '../escape-escape-escape',
    '..',
    'a/b',
    '/etc/passwd',
    'a'.repeat(23),
    'a\0'.repeat(11),
  ])('takes no %j for an id', async (id) => {
    await expect(store.write(id, stream())).rejects.toEqual(refused('FILE_UNKNOWN'));
    await expect(all(store.read(id))).rejects.toEqual(refused('FILE_UNKNOWN'));
    await expect(store.remove(id)).rejects.toEqual(refused('FILE_UNKNOWN'));
  });

  it('follows no link', async () => {
    const id = 'linklinklinklinklinkli';
    await store.write(id, stream(Buffer.of(1)));
    await store.remove(id);
    symlinkSync('/etc/hostname', join(root, 'li', id));
    await expect(all(store.read(id))).rejects.toThrow(/ELOOP/);
  });

  it('shows no file before it is whole', async () => {
    const id = 'partpartpartpartpartpa';
    let seen: string[] = [];
    async function* watched(): AsyncGenerator<Uint8Array> {
      yield Buffer.of(1);
      seen = readdirSync(join(root, 'pa'));
    }
    await store.write(id, watched());
    expect(seen).toEqual([`${id}.part`]);
    expect(readdirSync(join(root, 'pa'))).toEqual([id]);
  });
});
