import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { environment } from '../config.mjs';
import { root } from './root.mjs';

const stamp = `${root}/.nx/minh-bach-built`;
const notSources = new Set(['node_modules', 'dist', '.vite']);

/**
 * Builds every package unless the sources are those of the last build. Asking Nx costs more than a
 * second even when it has nothing to do, so the question is answered by names, sizes and times.
 */
export function ensureBuilt() {
  const sources = fingerprint();
  if (lastBuilt() === sources && packages().every((folder) => existsSync(`${folder}/dist`))) {
    return true;
  }
  console.log('Đang dựng chương trình… / Building…');
  const nx = `${root}/node_modules/nx/dist/bin/nx.js`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [nx, 'run-many', '-t', 'build', '--outputStyle=static'],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...environment,
        // What people get, whoever asks: Jest says `test`.
        NODE_ENV: 'production',
        NX_DAEMON: 'false',
        NX_TUI: 'false',
        CI: 'true',
      },
      maxBuffer: 64e6,
    },
  );
  if (status !== 0) {
    console.error(`${stdout}\n${stderr}\nDựng chương trình thất bại. / The build failed.`);
    return false;
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
  return true;
}

function lastBuilt() {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
}

/** The packages that are built. */
function packages() {
  return ['apps', 'libs']
    .flatMap((group) => readdirSync(`${root}/${group}`).map((name) => `${root}/${group}/${name}`))
    .filter((folder) => existsSync(`${folder}/package.json`))
    .filter((folder) => JSON.parse(readFileSync(`${folder}/package.json`)).nx?.targets?.build);
}

function fingerprint() {
  const hash = createHash('sha256');
  const add = (path) => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  };
  for (const file of ['package-lock.json', 'nx.json', '.swcrc', 'tsconfig.base.json']) {
    add(`${root}/${file}`);
  }
  for (const folder of packages()) filesUnder(folder).forEach(add);
  return hash.digest('hex');
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !notSources.has(name) && !name.endsWith('.spec.ts'))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}
