// What a phone gets of four pages of the built product: bytes over the wire and Lighthouse's scores,
// each the median of `--runs N` (default 5) looks with nothing kept.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { startProduct } from './built.product.ts';
import { freePort } from './free.port.ts';
import { look } from './pages.lighthouse.ts';
import type { Seen } from './pages.lighthouse.ts';
import { fill } from './pages.matters.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' }, // as of every benchmark; the last line is JSON either way
    runs: { type: 'string', default: '5' },
  },
});
const runs = Number(options.runs);

const capabilities = pathToFileURL(join(import.meta.dirname, '../tools/capabilities.mjs'));
const { chromiumPath } = (await import(capabilities.href)) as { chromiumPath: () => string };
const executablePath = chromiumPath();
if (!executablePath) throw new Error('there is no Chromium on this machine');

const port = await freePort();
const product = await startProduct();
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', `--remote-debugging-port=${port}`],
});
try {
  const classifier = await product.signIn('giang');
  const found = await fill(await product.signIn('dung'), classifier);
  const { cookie } = classifier;
  const pages = {
    home: ['/'],
    tracking: ['/tra-cuu'],
    worklist: ['/phan-loai', cookie],
    case: [`/ho-so/${found}`, cookie],
  } as const;
  const figures: Record<string, Seen> = {};
  for (const [name, [path, as]] of Object.entries(pages)) {
    const looks: Seen[] = [];
    for (let run = 1; run <= runs; run += 1)
      looks.push(await look(product.origin + path, port, as));
    const seen = medians(looks);
    figures[name] = seen;
    console.error(`${name}: ${JSON.stringify(seen)}`);
  }
  console.log(JSON.stringify(figures));
} finally {
  await browser.close();
  await product.stop();
}

function medians([first, ...more]: readonly Seen[]): Seen {
  if (!first) throw new Error('no run');
  const of = (name: keyof Seen) =>
    [first, ...more].map((seen) => seen[name]).toSorted((a, b) => a - b)[(more.length + 1) >> 1] ??
    0;
  const names = Object.keys(first) as (keyof Seen)[];
  return Object.fromEntries(names.map((name) => [name, of(name)])) as unknown as Seen;
}
