// Scripts of benchmarks in processes of their own.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

const root = `${import.meta.dirname}/..`;
const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
const started = new Set<ChildProcess>();

/** Runs bench/`script` with what it is asked, as JSON. */
function start(script: string, asked: object): ChildProcess {
  const child = spawn(
    process.execPath,
    [
      ...['--import', `${root}/swc-source.mjs`],
      ...[`${import.meta.dirname}/${script}`, JSON.stringify(asked)],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], cwd: root },
  );
  started.add(child);
  child.once('exit', () => started.delete(child));
  return child;
}

/** What it says until it ends. */
export async function answerOf<T>(script: string, asked: object): Promise<T> {
  const child = start(script, asked);
  const said = await text(child.stdout!);
  if (said === '') throw new Error(`${script} says nothing`);
  return JSON.parse(said) as T;
}

/** It goes on until `endAll`; its first line says where it listens. */
export async function startServer(script: string, asked: object) {
  const child = start(script, asked);
  const origin = await new Promise<string>((resolve) =>
    createInterface({ input: child.stdout! }).once('line', resolve),
  );
  return { origin, pid: child.pid! };
}

export async function endAll(): Promise<void> {
  await Promise.all(
    [...started].map(
      (child) =>
        new Promise((resolve) => {
          child.once('exit', resolve);
          child.kill('SIGTERM');
        }),
    ),
  );
}

/** Processor time of a process and its threads, so far. */
export function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (1000 * (Number(fields[11]) + Number(fields[12]))) / TICKS;
}
