import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capabilities, enginesNow, leftOut, tellSpecs } from '../capabilities.mjs';
import { environment } from '../config.mjs';
import { ENGINE_SPECS, engineLines } from '../engines.mjs';
import { startContainers } from './start-containers.mjs';
import { ensureInstalled } from '../setup/install.mjs';
import { goesOnUnderPinnedNode } from '../setup/pinned-node.mjs';
import { compileCache, root } from '../setup/root.mjs';
import { onDay } from './day.mjs';
import { onFourDays } from './on-four-days.mjs';
import { secondTry } from './second-try.mjs';
import { slowest } from './slowest.mjs';
import { tally } from './tally.mjs';

const ALSO = '--also-on-four-days';
const ONLY = '--only-on-four-days';
const THOROUGH = '--thorough';
const ENGINES = '--engines';

/**
 * Sets up, runs Jest with these arguments, and ends with the line `N passed, N failed`, over all runs.
 *
 * @param args for Jest; with `--also-on-four-days` what touches dates runs on these days too, with
 *   `--only-on-four-days` nothing else does, with `--thorough` tests by chance make more requests, with
 *   `--engines` only what needs real engines is run
 */
export async function test(args) {
  if (!ensureInstalled()) return finish(tally([{ exitCode: 1 }]));
  if (goesOnUnderPinnedNode()) return;
  const there = capabilities(args.includes(ENGINES));
  if (args.includes(THOROUGH)) environment.MB_TEST_THOROUGH = '1';
  const lines = args.includes(ENGINES) ? engineLines(there.engines) : leftOut(there);
  lines.forEach((line) => console.log(line));
  const stopContainers = await startContainers(there.engines);
  tellSpecs({ ...there, engines: enginesNow() });

  const runs = [];
  try {
    for (const { day, patterns } of planned(args)) {
      if (day) console.log(`== ${day}`);
      runs.push(await secondTry(await jest(patterns, day), (files) => alone(files, day)));
    }
  } finally {
    await stopContainers();
  }
  for (const file of runs.flatMap(({ passedLater }) => passedLater))
    console.log(
      `Chỉ đạt ở lần chạy thứ hai, cần sửa / Passed only at the second try, to be mended: ${file}`,
    );
  console.log('\nTệp kiểm thử chậm nhất / The slowest spec files:');
  for (const line of slowest(runs.flatMap(({ files }) => files ?? []))) console.log(line);
  finish(tally(runs, environment.MB_TEST_REQUIRE_ALL === '1'));
}

function planned(args) {
  const forJest = args.flatMap((arg) => {
    if (arg === ENGINES) return ['--testPathPatterns', ENGINE_SPECS];
    return arg === THOROUGH ? [] : [arg];
  });
  const patterns = forJest.filter((arg) => ![ALSO, ONLY].includes(arg));
  const asked = args.includes(ONLY) ? [] : [{ day: environment.MB_TEST_DAY, patterns }];
  return forJest.length > patterns.length ? [...asked, ...onFourDays()] : asked;
}

function alone(files, day) {
  console.log(`== ${files.length} một lần nữa / once more: ${files.join(' ')}`);
  return jest(['--runInBand', '--runTestsByPath', ...files], day);
}

async function jest(args, day) {
  const env = environmentOn(day);
  if (!env) return { exitCode: 1 };
  const folder = mkdtempSync(join(tmpdir(), 'minh-bach-test-result-'));
  const resultFile = join(folder, 'result.json');
  const child = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      `${root}/node_modules/jest/bin/jest.js`,
      ...args,
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...env, MB_TEST_RESULT: resultFile, NODE_COMPILE_CACHE: compileCache },
    },
  );
  // Ctrl-C reaches Jest too: let it end first.
  const stop = () => child.kill('SIGTERM');
  process.on('SIGINT', () => undefined).on('SIGTERM', stop);
  const [code] = await once(child, 'exit');
  process.off('SIGTERM', stop);
  const files = read(resultFile);
  rmSync(folder, { recursive: true });
  return { exitCode: code ?? 1, files };
}

function environmentOn(day) {
  try {
    return onDay(day, environment);
  } catch (error) {
    console.error(error.message);
    return undefined;
  }
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
