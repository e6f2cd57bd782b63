import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { whenBuilt } from '@minh-bach/testing';

const folder = join(import.meta.dirname, '../../dist');

describe('what a browser has to load first', () => {
  let page: string;
  beforeAll(async () => {
    await whenBuilt();
    page = await readFile(join(folder, 'index.html'), 'utf8');
  }, 180_000);

  const bytes = async (kind: string): Promise<number> => {
    const files = [...page.matchAll(/assets\/[^"]+/g)].map(([file]) => file);
    const sizes = files
      .filter((file) => file.endsWith(kind))
      .map(async (file) => gzipSync(await readFile(join(folder, file))).length);
    return (await Promise.all(sizes)).reduce((a, b) => a + b, 0);
  };

  it('stays within the budget: 150 kB of scripts, 15 kB of styles, 40 kB of type', async () => {
    expect(await bytes('.js')).toBeGreaterThan(50_000);
    expect(await bytes('.js')).toBeLessThan(150_000);
    expect(await bytes('.css')).toBeLessThan(15_000);
    const fonts = (await readdir(join(folder, 'assets'))).filter((file) => file.endsWith('.woff2'));
    expect(fonts).toHaveLength(2);
    const sizes = await Promise.all(
      fonts.map(async (file) => (await readFile(join(folder, 'assets', file))).length),
    );
    expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(40_000);
  });

  it('has no script or style in the page itself', async () => {
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/);
  });
});
