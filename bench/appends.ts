// Durable appends per second of one 560-byte event at 1, 8 and 32 writers: ours through the port
// (sealed, enveloped, checked), the raw engine (pgbench), and emmett-postgresql; medians of
// interleaved runs on one server. `--runs N` (default 5), `--seconds N` (default 3) for each.
import { mkdtempSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '@minh-bach/embedded-postgres';
import pg from 'pg';
import { emmettOn } from './appends.emmett.ts';
import { oursOn } from './appends.ours.ts';
import { rawOn } from './appends.raw.ts';
import { measure } from './appends.side.ts';

const WRITERS = [1, 8, 32];

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' }, // as of every benchmark; the last line is JSON either way
    runs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
  },
});
const runs = Number(options.runs);
const seconds = Number(options.seconds);
const say = (line: string) => console.error(line);

const folder = mkdtempSync('/var/tmp/minh-bach-bench-');
const server = await startEmbeddedPostgres({ dataFolder: folder });
try {
  const { by, figures } = await compare();
  for (const [name, medians] of Object.entries(figures)) say(`${name}: ${JSON.stringify(medians)}`);
  console.log(JSON.stringify({ ...figures, rawBy: by }));
} finally {
  await server.remove();
  rmSync(folder, { recursive: true });
}

async function compare() {
  const control = new pg.Client({ connectionString: server.url });
  await control.connect();
  for (const name of ['ours', 'raw', 'emmett']) await control.query(`CREATE DATABASE ${name}`);
  const raw = await rawOn(server.urlOf('raw'));
  const ours = await oursOn(server.urlOf('ours'));
  const emmett = await emmettOn(server.urlOf('emmett'));
  const perSecond = {
    ours: (writers: number, time: number) => measure(ours, writers, time),
    raw: (writers: number, time: number) => raw.perSecond(writers, time),
    emmett: (writers: number, time: number) => measure(emmett, writers, time),
  };
  const names = Object.keys(perSecond) as (keyof typeof perSecond)[];
  for (const name of names) await perSecond[name](8, 1);

  const seen: Record<string, number[]> = {};
  for (let run = 1; run <= runs; run += 1) {
    for (const writers of WRITERS) {
      // Each begins in turn, and none pays for the pages that another has touched.
      for (const name of rotated(names, run)) {
        await control.query('CHECKPOINT');
        const figure = await perSecond[name](writers, seconds);
        (seen[`${name} ${writers}`] ??= []).push(figure);
        say(`run ${run}, ${writers} writers, ${name}: ${Math.round(figure)}`);
      }
    }
  }
  for (const side of [ours, raw, emmett, { close: () => control.end() }]) await side.close();

  const medians = (name: string) =>
    Object.fromEntries(WRITERS.map((n) => [n, Math.round(median(seen[`${name} ${n}`] ?? []))]));
  return { by: raw.by, figures: Object.fromEntries(names.map((name) => [name, medians(name)])) };
}

function rotated<T>(items: readonly T[], by: number): T[] {
  const first = by % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
