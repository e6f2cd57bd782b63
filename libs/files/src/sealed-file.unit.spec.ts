import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { drawFileKey, openFile, sealFile } from './sealed-file.ts';

interface Vector {
  key: string;
  id: string;
  size: number;
  sha256: string;
}
const golden = new URL('sealed-file.golden.json', import.meta.url);
const vectors = JSON.parse(readFileSync(golden, 'utf8')) as Vector[];

const id = 'ZGVmZ2hpamtsbW5vcHFycw';
const key = drawFileKey();
const CHUNK = 64 * 1024 + 16;

async function* pieces(bytes: Buffer, size = 50_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const content = (size: number) =>
  Buffer.from(Array.from({ length: size }, (_, i) => (i * 7) % 251));
const seal = (bytes: Buffer, size?: number) => all(sealFile(key, id, pieces(bytes, size)));
const open = (sealed: Buffer, withKey = key, withId = id, size?: number) =>
  all(openFile(withKey, withId, pieces(sealed, size)));

describe('sealed file, form 1', () => {
  it.each(vectors)('of $size bytes is what another implementation made', async (vector) => {
    const sealed = await all(sealFile(vector.key, vector.id, pieces(content(vector.size))));
    expect(createHash('sha256').update(sealed).digest('hex')).toBe(vector.sha256);
  });

  it.each([0, 1, CHUNK - 17, CHUNK - 16, CHUNK - 15, 200_000])(
    'opens to its %d bytes, however it is cut into pieces',
    async (size) => {
      const bytes = content(size);
      const sealed = await seal(bytes, 1_000);
      expect(await seal(bytes)).toEqual(sealed);
      for (const piece of [7_919, 1_000_000])
        expect((await open(sealed, key, id, piece)).equals(bytes)).toBe(true);
    },
  );

  it('does not open under another key or id', async () => {
    const sealed = await seal(content(10));
    await expect(open(sealed, drawFileKey())).rejects.toMatchObject({ code: 'SEAL_BROKEN' });
    await expect(open(sealed, key, 'AAAAAAAAAAAAAAAAAAAAAA')).rejects.toMatchObject({
      code: 'SEAL_BROKEN',
    });
  });

  it('does not open cut off, also not between chunks, nor with chunks moved or repeated', async () => {
    const sealed = await seal(content(200_000));
    const chunk = (i: number) => sealed.subarray(36 + i * CHUNK, 36 + (i + 1) * CHUNK);
    const header = sealed.subarray(0, 36);
    const wrong = {
      nothing: Buffer.alloc(0),
      'half a header': sealed.subarray(0, 20),
      'the header': header,
      'one chunk of four': sealed.subarray(0, 36 + CHUNK),
      'three chunks of four': sealed.subarray(0, 36 + 3 * CHUNK),
      'all but a byte': sealed.subarray(0, -1),
      swapped: Buffer.concat([header, chunk(1), chunk(0), chunk(2), chunk(3)]),
      repeated: Buffer.concat([header, chunk(0), chunk(0), chunk(1), chunk(2), chunk(3)]),
      dropped: Buffer.concat([header, chunk(0), chunk(2), chunk(3)]),
      longer: Buffer.concat([sealed, Buffer.of(0)]),
    };
    for (const bytes of Object.values(wrong))
      await expect(open(bytes)).rejects.toMatchObject({ code: 'SEAL_BROKEN' });
  });

  it('does not open with a changed bit', async () => {
    const sealed = await seal(content(40));
    for (let i = 0; i < sealed.length; i++)
      await expect(open(Buffer.from(sealed.with(i, sealed[i]! ^ 1)))).rejects.toMatchObject({
        code: 'SEAL_BROKEN',
      });
  });
});
