import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free.port.ts';

/**
 * Seconds from `npm start` to the first page, installed and built before: median of several starts
 * on a data folder that was used before, and once on an empty one.
 */
const RUNS = 5;
const folder = mkdtempSync(join(tmpdir(), 'minh-bach-start-'));

try {
  console.error('building, and filling the data folder');
  const first = await secondsToFirstPage();
  const runs: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    runs.push(await secondsToFirstPage());
    console.error(`start ${run + 1}: ${runs.at(-1)} s`);
  }
  const median = runs.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)];
  console.log(JSON.stringify({ seconds: median, emptyFolder: first, runs }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function secondsToFirstPage(): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const args = ['start', '--', '--port', String(port), '--data', folder];
  const child = spawn('npm', args, { stdio: ['ignore', 'ignore', 'inherit'], detached: true });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const gone = ended.then(() => Promise.reject(new Error('it ended before it answered')));
  try {
    await Promise.race([firstPage(`http://localhost:${port}/`), gone]);
    return Math.round(performance.now() - began) / 1000;
  } finally {
    gone.catch(() => undefined);
    // npm and the product are one process group of ours.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
}

async function firstPage(url: string): Promise<void> {
  for (const until = Date.now() + 300_000; Date.now() < until;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.status === 200 && (await answer.text()).includes('<div id="root"')) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`no page at ${url}`);
}
