// Requests a second that the built product answers to 32 clients in a process of their own, beside a bare
// peer in the same run: petitions registered, pages of the worklist, merged matters and histories, and who
// is signed in. And the processor time of a request, which other work on the machine changes less.
// `--runs N` (default 3), `--seconds N` (default 5), `--only petitions,me`.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '@minh-bach/embedded-postgres';
import { startProduct } from './built.product.ts';
import type { Bare } from './http.bare.ts';
import type { Answered, Load } from './http.client.ts';

const root = `${import.meta.dirname}/..`;
const CLIENTS = 32;
const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
/** Of the log: 1,378 of `PetitionRegistered` and 4,291 of `PetitionTaken`, data and envelope, as measured. */
const PETITION_BYTES = 5_669;
const PETITION = {
  declaredKind: 'complaint',
  channel: 'post',
  senderKind: 'enterprise',
  sender: { name: 'Công ty Cổ phần Ví Dụ', address: '12 Lê Lợi', phone: '0912345678' },
  receivedOn: dayIn(0),
  datedOn: dayIn(0),
  signed: true,
  respondentUnit: 'HQ-SM',
  gist: 'Khiếu nại quyết định ấn định thuế lô hàng thủy sản',
  summary: 'Đề nghị hủy quyết định ấn định thuế vì áp sai mã HS.',
};

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' }, // as of every benchmark; the last line is JSON either way
    runs: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
});
const runs = Number(options.runs);
const seconds = Number(options.seconds);
const say = (line: string) => console.error(line);

const folder = mkdtempSync('/var/tmp/minh-bach-bench-');
const started: ChildProcess[] = [];
const bareDatabase = await startEmbeddedPostgres({ dataFolder: `${folder}/bare` });
let stopOurs = async () => {};
try {
  console.log(JSON.stringify(await compare()));
} finally {
  await stopOurs();
  await Promise.all(started.map((child) => ended(child)));
  await bareDatabase.remove();
  rmSync(folder, { recursive: true, force: true });
}

async function compare() {
  const ours = await startOurs();
  stopOurs = ours.stop;
  // 1. What there is to read.
  const fill = await askedOf(ours.petitions(2), ours.pid);
  const { number } = JSON.parse(fill.last) as Numbered;
  const drained = await ours.drained(number);
  say(`filled: ${fill.answers} petitions, drained after ${drained} s`);
  const loads = ours.loads(number);
  const kinds = Object.keys(loads).filter(
    (kind) => options.only?.split(',').includes(kind) ?? true,
  );

  // 2. The bare peer answers as many rows and bytes.
  const reads: Record<string, { rows: number; bytes: number }> = {};
  for (const kind of kinds.filter((each) => each !== 'petitions')) {
    const { last, bytes } = await askedOf({ ...loads[kind]!, seconds: 1 }, ours.pid);
    reads[kind] = { rows: rowsIn(last), bytes };
  }
  const bare = await startBare({
    ...{ databaseUrl: bareDatabase.url, petitionBytes: PETITION_BYTES, reads },
  });

  // 3. In turns.
  const seen: Record<string, (Answered & { cpuMs: number })[]> = {};
  const drains: number[] = [];
  for (let run = 1; run <= runs; run += 1)
    for (const kind of kinds) {
      const one = await askedOf(loads[kind]!, ours.pid);
      if (kind === 'petitions')
        drains.push(await ours.drained((JSON.parse(one.last) as Numbered).number));
      const other = await askedOf(bare.load(loads[kind]!, kind), bare.pid);
      (seen[kind] ??= []).push(one);
      (seen[`bare ${kind}`] ??= []).push(other);
      say(`run ${run}, ${kind}: ${one.perSecond} of ${other.perSecond} a second`);
      say(`  p50 ${one.p50} ms, p95 ${one.p95} ms, ${one.cpuMs} ms of CPU; bare ${other.cpuMs}`);
    }
  return Object.fromEntries(
    kinds.map((kind) => {
      const of = (name: string, what: 'perSecond' | 'p50' | 'p95' | 'p99' | 'cpuMs') =>
        median(seen[name]!.map((each) => each[what]));
      const [perSecond, peer] = [of(kind, 'perSecond'), of(`bare ${kind}`, 'perSecond')];
      return [
        kind,
        {
          ...{ ours: perSecond, bare: peer, ratio: Math.round((perSecond / peer) * 1000) / 1000 },
          ...{ p50: of(kind, 'p50'), p95: of(kind, 'p95'), p99: of(kind, 'p99') },
          ...{ cpuMs: of(kind, 'cpuMs'), bareCpuMs: of(`bare ${kind}`, 'cpuMs') },
          bytes: seen[kind]![0]!.bytes,
          refused: seen[kind]!.map(({ refused }) => refused),
          ...(kind === 'petitions' && { drainSeconds: median(drains) }),
        },
      ];
    }),
  );
}

interface Numbered {
  readonly number: string;
}

async function startOurs() {
  const { origin, pid, signIn, stop } = await startProduct();
  const [dung, giang] = [await signIn('dung'), await signIn('giang')];
  const load = { origin, clients: CLIENTS };
  const reading = (...paths: string[]): Load => ({
    ...{ ...load, seconds, method: 'GET', paths, headers: giang.headers },
  });
  const petitions = (forSeconds: number): Load => ({
    ...{ ...load, seconds: forSeconds, method: 'POST', body: PETITION },
    ...{ paths: ['/api/intake/petitions'], headers: dung.headers },
  });
  return {
    ...{ pid, stop, petitions },
    loads: (number: string): Record<string, Load> => ({
      petitions: petitions(seconds),
      worklist: reading('/api/triage/worklist'),
      matter: reading(`/api/matters/${number}`),
      history: reading(`/api/matters/${number}/history`),
      me: reading('/api/me'),
    }),
    /** Seconds until triage shows a petition. */
    async drained(number: string): Promise<number> {
      const since = performance.now();
      await giang.until(`/triage/matters/${number}`, () => true);
      return Math.round(performance.now() - since) / 1000;
    },
  };
}

async function startBare(bare: Bare) {
  const child = run(
    [
      '--import',
      `${root}/swc-source.mjs`,
      `${import.meta.dirname}/http.bare.ts`,
      JSON.stringify(bare),
    ],
    'pipe',
  );
  const origin = await new Promise<string>((resolve) =>
    createInterface({ input: child.stdout! }).once('line', resolve),
  );
  return {
    pid: child.pid!,
    load: (load: Load, kind: string): Load => ({
      ...{ ...load, origin, headers: { 'content-type': 'application/json' } },
      paths: [kind === 'petitions' ? '/petitions' : `/reads/${kind}`],
    }),
  };
}

/** What the clients were answered, and what it cost the process that answered. */
async function askedOf(load: Load, pid: number): Promise<Answered & { cpuMs: number }> {
  const before = cpuMsOf(pid);
  const client = run(
    [
      '--import',
      `${root}/swc-source.mjs`,
      `${import.meta.dirname}/http.client.ts`,
      JSON.stringify(load),
    ],
    'pipe',
  );
  let said = '';
  client.stdout!.setEncoding('utf8').on('data', (text: string) => (said += text));
  await ended(client, false);
  const answered = JSON.parse(said) as Answered;
  const cpuMs = Math.round(((cpuMsOf(pid) - before) / answered.answers) * 100) / 100;
  return { ...answered, cpuMs };
}

function run(args: readonly string[], stdout: 'ignore' | 'pipe'): ChildProcess {
  const child = spawn(process.execPath, args, { stdio: ['ignore', stdout, 'inherit'], cwd: root });
  started.push(child);
  return child;
}

async function ended(child: ChildProcess, stop = true): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const over = new Promise((resolve) => child.once('exit', resolve));
  if (stop) child.kill('SIGTERM');
  await over;
}

/** Of a process and its threads, so far. */
function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (1000 * (Number(fields[11]) + Number(fields[12]))) / TICKS;
}

function rowsIn(body: string): number {
  const read = JSON.parse(body) as { items?: unknown[]; entries?: unknown[] };
  return (read.items ?? read.entries ?? [read]).length;
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]!;
}

function dayIn(days: number): string {
  return new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}
