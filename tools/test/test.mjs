import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capabilities, leftOut, tellSpecs } from '../capabilities.mjs';
import { environment } from '../config.mjs';
import { ensureInstalled } from '../setup/install.mjs';
import { root } from '../setup/root.mjs';
import { tally } from './tally.mjs';

/** Sets up, runs Jest with these arguments, and ends with the line `N passed, N failed`. */
export async function test(args) {
  if (!ensureInstalled()) return finish(tally(undefined, 1));
  const there = capabilities();
  tellSpecs(there);
  leftOut(there).forEach((line) => console.log(line));

  const folder = mkdtempSync(join(tmpdir(), 'minh-bach-test-result-'));
  const resultFile = join(folder, 'result.json');
  const exitCode = await jest(args, resultFile);
  const result = read(resultFile);
  rmSync(folder, { recursive: true });
  finish(tally(result, exitCode, environment.MB_TEST_REQUIRE_ALL === '1'));
}

async function jest(args, resultFile) {
  const child = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      `${root}/node_modules/jest/bin/jest.js`,
      ...args,
    ],
    { cwd: root, stdio: 'inherit', env: { ...environment, MB_TEST_RESULT: resultFile } },
  );
  // Ctrl-C reaches Jest too: let it end first.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const [code] = await once(child, 'exit');
  return code ?? 1;
}

function read(resultFile) {
  try {
    return JSON.parse(readFileSync(resultFile, 'utf8'));
  } catch {
    return undefined;
  }
}

function finish({ line, exitCode }) {
  process.exitCode = exitCode;
  console.log(line);
}
