// `npm run bench -- NAME [--json]` runs bench/NAME.ts from the sources; without a name it lists them.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { ensureBuilt } from '../tools/setup/build.mjs';
import { ensureInstalled } from '../tools/setup/install.mjs';
import { root } from '../tools/setup/root.mjs';

const [name, ...args] = process.argv.slice(2);
const benchmarks = readdirSync(import.meta.dirname)
  .filter((file) => /^(?!config)[a-z-]+\.ts$/.test(file))
  .map((file) => file.slice(0, -'.ts'.length));

if (!benchmarks.includes(name)) {
  if (name) console.error(`Không có phép đo / unknown benchmark: ${name}`);
  console.log(
    ['npm run bench -- NAME [--json]', ...benchmarks.map((each) => `  ${each}`)].join('\n'),
  );
  process.exitCode = name ? 2 : 0;
} else if (!ensureInstalled() || !ensureBuilt()) {
  process.exitCode = 1;
} else {
  const { status } = spawnSync(
    process.execPath,
    ['--import', `${root}/swc-source.mjs`, `${import.meta.dirname}/${name}.ts`, ...args],
    { stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
}
