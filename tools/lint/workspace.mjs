import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { environment } from '../config.mjs';
import { root } from '../setup/root.mjs';

const rootFiles = [
  'eslint.config.mjs',
  'nx.json',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'libs/contracts/src/services.json',
  'tools/lint/day-without-clock.mjs',
];
const consoleTsconfig = {
  extends: '../../tsconfig.base.json',
  compilerOptions: { jsx: 'react-jsx' },
  include: ['src'],
};

/** This workspace's rules and packages with nothing in them, in an empty folder. */
export function emptyWorkspace(folder) {
  for (const file of rootFiles) cpSync(join(root, file), join(folder, file));
  for (const group of ['apps', 'libs']) {
    for (const name of readdirSync(join(root, group))) emptyPackage(folder, `${group}/${name}`);
  }
  write(folder, 'apps/console/tsconfig.json', JSON.stringify(consoleTsconfig));
  linkNodeModules(folder);
}

export function write(folder, file, source) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), source);
}

/** Lints with a project graph that is fresh: with a stale one violations go unseen. */
export function lint(folder) {
  const options = {
    cwd: folder,
    encoding: 'utf8',
    env: { ...environment, NX_DAEMON: 'false', NX_TUI: 'false' },
    maxBuffer: 64e6,
  };
  const modules = join(folder, 'node_modules');
  execFileSync(process.execPath, [`${modules}/nx/dist/bin/nx.js`, 'show', 'projects'], options);
  const eslint = [`${modules}/eslint/bin/eslint.js`, '--format', 'json', '.'];
  const { stdout, stderr } = spawnSync(process.execPath, eslint, options);
  if (!stdout.startsWith('[')) throw new Error(`eslint said: ${stdout}${stderr}`);
  return JSON.parse(stdout);
}

function emptyPackage(folder, path) {
  const manifest = readManifest(path);
  if (!manifest) return;
  write(folder, `${path}/package.json`, manifest);
  const entry = path.startsWith('apps/') ? 'main.ts' : 'index.ts';
  write(folder, `${path}/src/${entry}`, 'export const nothing = 0;\n');
}

function readManifest(path) {
  try {
    return readFileSync(join(root, path, 'package.json'), 'utf8');
  } catch {
    return undefined;
  }
}

/** The installed packages, but our own are those of the empty workspace. */
function linkNodeModules(folder) {
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@minh-bach'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '@minh-bach') symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  for (const group of ['apps', 'libs']) {
    for (const name of readdirSync(join(folder, group))) {
      const link = group === 'apps' ? `app-${name}` : name;
      symlinkSync(join(folder, group, name), join(modules, '@minh-bach', link));
    }
  }
}
