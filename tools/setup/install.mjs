import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { root } from './root.mjs';

/**
 * Runs `npm ci` unless what lies in node_modules is what the lockfile names. Errors show; warnings,
 * such as of packages that would rather have a newer Node, are for whoever changes dependencies.
 */
export function ensureInstalled() {
  if (isInstalled()) return true;
  console.log('Đang cài đặt thư viện… / Installing packages…');
  const { status, error } = spawnSync(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
  if (status === 0) return true;
  console.error(
    `Cài đặt thất bại (npm ci). Nếu lần chạy trước bị dừng giữa chừng, npm có thể vẫn đang chạy: hãy chờ một phút rồi chạy lại. / ` +
      `Installing failed (npm ci). If an earlier start was killed, its npm may still run: wait a minute, then start again. ${error?.message ?? ''}`.trim(),
  );
  return false;
}

/** npm keeps beside the packages a lockfile of what is there, written when it has finished. */
function isInstalled() {
  return holds(packagesOf('package-lock.json'), packagesOf('node_modules/.package-lock.json'));
}

/** Whether the installed packages are those of the lockfile, by path and version. */
export function holds(wanted, found) {
  if (!wanted || !found) return false;
  return Object.entries(wanted)
    .filter(([path]) => path.includes('node_modules/'))
    .every(([path, { version, optional = false }]) =>
      found[path] ? found[path].version === version : optional,
    );
}

function packagesOf(lockfile) {
  try {
    return JSON.parse(readFileSync(`${root}/${lockfile}`, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
