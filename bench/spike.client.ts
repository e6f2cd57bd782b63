// The clients of bench/spike.ts, in a process of their own: more and fewer of them, step by step, each
// asking for a worklist, a matter, its history and who is signed in, and registering a petition, in turn.
import { EventEmitter, once } from 'node:events';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Load } from './http.client.ts';
import { commandOf, send, withReceipt, type Sent } from './http.send.ts';
import { quantiles } from './median.figures.ts';

export interface Spike {
  readonly origin: string;
  /** How many clients there are, step by step. */
  readonly steps: readonly number[];
  /** Of each step. */
  readonly seconds: number;
  readonly loads: readonly Load[];
}

export interface Step {
  readonly clients: number;
  readonly answers: number;
  /** Other answers than 2xx, and requests that got none. */
  readonly errors: Readonly<Record<string, number>>;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  /**
   * From the step's begin until the first second whose p95 is at most half as high again as that of the
   * step's second half; `null` where there is none.
   */
  readonly backSeconds: number | null;
}

const NEAR = 1.5;

const { origin, steps, seconds, loads } = JSON.parse(process.argv[2]!) as Spike;
const agent = new Agent({ keepAlive: true, maxSockets: Math.max(...steps) });
let [wanted, sent] = [0, 0];
let took: { readonly at: number; readonly ms: number }[] = [];
let errors: Record<string, number> = {};
let isOver = false;
const changes = new EventEmitter().setMaxListeners(0);

const working: Promise<void>[] = [];
const told: Step[] = [];
for (const clients of steps) {
  [took, errors] = [[], {}];
  wanted = clients;
  const begun = performance.now();
  while (working.length < clients) working.push(client(working.length));
  changes.emit('step');
  await sleep(seconds * 1000);
  told.push(stepOf(clients, begun));
}
isOver = true;
changes.emit('step');
await Promise.all(working);
agent.destroy();
console.log(JSON.stringify(told));

/** Asks while there are to be so many clients, and waits otherwise. */
async function client(index: number): Promise<void> {
  while (!isOver) {
    if (index >= wanted) {
      await once(changes, 'step');
      continue;
    }
    const at = performance.now();
    const status = await send(origin, agent, requestOf(loads[sent++ % loads.length]!)).then(
      (got) => got.status,
      (error: NodeJS.ErrnoException) => error.code ?? 'failed',
    );
    took.push({ at: performance.now(), ms: performance.now() - at });
    if (typeof status === 'string' || status >= 300) errors[status] = (errors[status] ?? 0) + 1;
  }
}

function requestOf({ method, paths, headers, body }: Load): Sent {
  const path = paths[0]!;
  return body ? commandOf(path, headers, withReceipt(body)) : { method, path, headers };
}

function stepOf(clients: number, begun: number): Step {
  const within = (from: number, to: number) =>
    took
      .filter(({ at }) => at - begun >= from * 1000 && at - begun < to * 1000)
      .map(({ ms }) => ms);
  const all = within(0, seconds);
  const usual = quantiles(within(seconds / 2, seconds)).p95;
  const back = Array.from({ length: Math.floor(seconds) }, (_, n) => n).find((n) => {
    const second = within(n, n + 1);
    return second.length > 0 && quantiles(second).p95 <= NEAR * usual;
  });
  const { p50, p95 } = quantiles(all);
  return { clients, answers: all.length, errors, p50, p95, backSeconds: back ?? null };
}
