import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { whenBuilt } from '@minh-bach/testing';
import { ADDRESSES, fileOf } from '../public/addresses.ts';

const folder = join(import.meta.dirname, '../../dist');
/** Of an answer's headers, most of them about security. */
const HEADERS = 900;
const VISITORS = Object.values(ADDRESSES).flatMap(({ vi, en }) => [fileOf(vi), fileOf(en)]);
const DOCUMENTS = [...VISITORS, 'lam-viec.html'];
const TEXT = /\.(js|css|html)$/;

const read = (file: string): Promise<Buffer> => readFile(join(folder, file));

/** A document and all that it names. */
async function loadedBy(document: string): Promise<string[]> {
  const html = (await read(document)).toString();
  const named = [...html.matchAll(/(?:href|src)="\/(assets\/[^"]+|favicon[^"]+)"/g)].map(
    ([, file = '']) => file,
  );
  return [document, ...new Set(named)];
}

/** As they go over the wire to a browser that takes Brotli. */
async function bytes(files: readonly string[]): Promise<number> {
  const sizes = files.map(async (file) => {
    const sent = await read(`${file}.br`).catch(() => read(file));
    return sent.length + HEADERS;
  });
  return (await Promise.all(sizes)).reduce((a, b) => a + b, 0);
}

describe('what a browser has to load first', () => {
  beforeAll(() => whenBuilt(), 180_000);

  it.each(VISITORS)(
    'stays within 80 kB for visitors, of which 40 kB are type: %s',
    async (page) => {
      const files = await loadedBy(page);
      expect(await bytes(files)).toBeLessThan(80_000);
      expect(await bytes([page])).toBeLessThan(12_000);
      const fonts = files.filter((file) => file.endsWith('.woff2'));
      expect(fonts).toHaveLength(2);
      expect(await bytes(fonts)).toBeLessThan(42_000);
      expect(files.length).toBeLessThanOrEqual(9);
    },
  );

  it('stays within 235 kB for staff, before the page of their work', async () => {
    expect(await bytes(await loadedBy('lam-viec.html'))).toBeLessThan(235_000);
  });

  it.each(VISITORS)('brings visitors nothing of the console: %s', async (page) => {
    const scripts = (await loadedBy(page)).filter((file) => file.endsWith('.js'));
    const text = (await Promise.all(scripts.map(read))).join();
    const said = ['mantine', 'worklist', 'directory', 'investigation'];
    expect(said.filter((word) => text.includes(word))).toEqual([]);
  });
});

describe('the documents', () => {
  beforeAll(() => whenBuilt(), 180_000);

  it.each(DOCUMENTS)('have no script or style in the page itself: %s', async (page) => {
    const html = (await read(page)).toString();
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/);
  });

  it('have each a title and a description of their own', async () => {
    const told = await Promise.all(
      DOCUMENTS.map(async (page) => {
        const html = (await read(page)).toString();
        const [, title] = /<title>([^<]+)<\/title>/.exec(html) ?? [];
        const [, description] =
          /<meta name="description" content="([^"]{45,160})"/.exec(html) ?? [];
        return [title, description];
      }),
    );
    expect(told.flat().filter((text) => text === undefined)).toEqual([]);
    expect(new Set(told.flat()).size).toBe(DOCUMENTS.length * 2);
  });
});

describe('what was compressed at build', () => {
  beforeAll(() => whenBuilt(), 180_000);

  it('is what it was made from, and smaller; none is left out that is worth it', async () => {
    const all = await readdir(folder, { recursive: true });
    // What draws pages is never sent.
    const files = all.filter((file) => TEXT.test(file) && !file.startsWith('.draw'));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const plain = await read(file);
      if (plain.length < 512) continue;
      const [brotli, gzip] = [await read(`${file}.br`), await read(`${file}.gz`)];
      expect([file, brotliDecompressSync(brotli).equals(plain)]).toEqual([file, true]);
      expect([file, gunzipSync(gzip).equals(plain)]).toEqual([file, true]);
      expect(Math.max(brotli.length, gzip.length)).toBeLessThan(plain.length);
    }
  });

  it('lies under a name of its content, which the gateway has kept for good', async () => {
    const files = await readdir(join(folder, 'assets'));
    const plain = files.filter((file) => !/\.(br|gz)$/.test(file));
    expect(plain.filter((file) => !/^[\w.~-]+-[\w-]{8}\.\w+$/.test(file))).toEqual([]);
  });
});
