// Requests a second that the built product answers to 32 clients in a process of their own, beside a bare
// peer in the same run: petitions registered, pages of the worklist, merged matters and histories, and who
// is signed in. And the processor time of a request, which other work on the machine changes less. Then
// whole ways of complaints, by 8 clients, without a peer.
// `--runs N` (default 3), `--seconds N` (default 5), `--only petitions,lifecycle`.
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '@minh-bach/embedded-postgres';
import { newFolder } from './built.product.ts';
import { endAll, startServer } from './child.processes.ts';
import type { Bare } from './http.bare.ts';
import type { Answered, Load } from './http.client.ts';
import type { Lived } from './http.lifecycle.ts';
import { askedOf, startOurs, type Numbered } from './http.loads.ts';
import { median, rounded } from './median.figures.ts';

/** What a registration leaves in the log, data and envelope, by `log-size`. */
const PETITION_BYTES = 4_739;

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
const isAsked = (kind: string) => options.only?.split(',').includes(kind) ?? true;
const say = (line: string) => console.error(line);

const folder = newFolder();
const bareDatabase = await startEmbeddedPostgres({ dataFolder: `${folder}/bare` });
let stopOurs = async () => {};
try {
  console.log(JSON.stringify(await compare()));
} finally {
  await stopOurs();
  await endAll();
  await bareDatabase.remove();
  rmSync(folder, { recursive: true, force: true });
}

async function compare() {
  const ours = await startOurs(seconds);
  stopOurs = ours.stop;
  // 1. What there is to read.
  const fill = await askedOf(ours.petitions(2), ours.pid);
  const { number } = JSON.parse(fill.last) as Numbered;
  const drained = await ours.drained(number);
  say(`filled: ${fill.answers} petitions, drained after ${drained} s`);
  const loads = ours.loads(number);
  const kinds = Object.keys(loads).filter(isAsked);

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
  const lives: Lived[] = [];
  for (let run = 1; run <= runs; run += 1) {
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
    if (!isAsked('lifecycle')) continue;
    lives.push(await ours.lifecycle());
    say(`run ${run}, lifecycle: ${JSON.stringify(lives.at(-1))}`);
  }
  const sides = kinds.map((kind) => {
    const of = (name: string, what: 'perSecond' | 'p50' | 'p95' | 'p99' | 'cpuMs') =>
      median(seen[name]!.map((each) => each[what]));
    const [perSecond, peer] = [of(kind, 'perSecond'), of(`bare ${kind}`, 'perSecond')];
    return [
      kind,
      {
        ...{ ours: perSecond, bare: peer, ratio: rounded(perSecond / peer, 3) },
        ...{ p50: of(kind, 'p50'), p95: of(kind, 'p95'), p99: of(kind, 'p99') },
        ...{ cpuMs: of(kind, 'cpuMs'), bareCpuMs: of(`bare ${kind}`, 'cpuMs') },
        bytes: seen[kind]![0]!.bytes,
        refused: seen[kind]!.map(({ refused }) => refused),
        ...(kind === 'petitions' && { drainSeconds: median(drains) }),
      },
    ];
  });
  const lifecycle = lives.length > 0 && { lifecycle: middleOf(lives) };
  return { ...Object.fromEntries(sides), ...lifecycle };
}

function middleOf(lives: readonly Lived[]) {
  const of = (what: (lived: Lived) => number) => median(lives.map(what));
  return {
    ...{ perSecond: of((each) => each.perSecond), p50: of((each) => each.p50) },
    ...{ p95: of((each) => each.p95), wayP50: of((each) => each.way.p50) },
    ...{ wayP95: of((each) => each.way.p95), refused: lives.map(({ refused }) => refused) },
  };
}

async function startBare(asked: Bare) {
  const { origin, pid } = await startServer('http.bare.ts', asked);
  return {
    pid,
    load: (load: Load, kind: string): Load => ({
      ...{ ...load, origin, headers: { 'content-type': 'application/json' } },
      paths: [kind === 'petitions' ? '/petitions' : `/reads/${kind}`],
    }),
  };
}

function rowsIn(body: string): number {
  const read = JSON.parse(body) as { items?: unknown[]; entries?: unknown[] };
  return (read.items ?? read.entries ?? [read]).length;
}
