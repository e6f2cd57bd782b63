import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = /\.(js|css|html|svg)$/;
const WORTH_BYTES = 512;
const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Beside each text file its Brotli and gzip forms, made once and as small as they get. */
export const compress = (): Plugin => ({
  name: 'minh-bach-compress',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const files = Object.keys(bundle).filter((file) => TEXT.test(file));
    await Promise.all(files.map((file) => compressed(join(dir, file))));
  },
});

async function compressed(file: string): Promise<void> {
  const plain = await readFile(file);
  if (plain.length < WORTH_BYTES) return;
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  await Promise.all([
    writeFile(`${file}.br`, await brotli(plain, { params })),
    writeFile(`${file}.gz`, await gzipped(plain, { level: 9 })),
  ]);
}
