// What a large log costs: the built product with many matters in one unit, beside the same product on the
// same folder before they were there. `--matters N` (default 100000: what about 15 minutes of two cores
// make and read; 1000000 is the goal), `--runs N` (default 3), `--seconds N` (default 5).
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { newFolder } from './built.product.ts';
import { openFolder } from './bulk.folder.ts';
import { makeMatters } from './bulk.matters.ts';
import { endAll } from './child.processes.ts';
import { askedOf, startOurs, type Numbered } from './http.loads.ts';
import { median, rounded } from './median.figures.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' }, // as of every benchmark; the last line is JSON either way
    matters: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
  },
});
const [matters, runs] = [Number(options.matters), Number(options.runs)];
const seconds = Number(options.seconds);
const PATIENCE_MS = 15 * 60_000;
const say = (line: string) => console.error(line);
const secondsSince = (begun: number) => Math.round((performance.now() - begun) / 1000);

interface Figure {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
}
type Figures = Readonly<Record<string, Figure>>;

const folder = newFolder();
let stopOurs = async () => {};
try {
  const empty = await figuresAt('empty');

  const begun = performance.now();
  const filled = await openFolder(folder);
  await makeMatters(filled, matters, say).finally(filled.close);
  const madeSeconds = secondsSince(begun);
  say(`${matters} matters made in ${madeSeconds} s`);

  const full = await figuresAt('full');
  const kinds = Object.keys(full.figures).map((kind) => {
    const [one, other] = [full.figures[kind]!, empty.figures[kind]!];
    const ratio = rounded(one.perSecond / other.perSecond, 3);
    return [kind, { ...one, empty: other, ratio }];
  });
  const { startedSeconds } = full;
  console.log(
    JSON.stringify({ matters, madeSeconds, startedSeconds, ...Object.fromEntries(kinds) }),
  );
} finally {
  await stopOurs();
  await endAll();
  rmSync(folder, { recursive: true, force: true });
}

/** Started, asked and stopped. */
async function figuresAt(size: string): Promise<{ figures: Figures; startedSeconds: number }> {
  const begun = performance.now();
  const ours = await startOurs(seconds, { kept: folder, waitMs: PATIENCE_MS });
  stopOurs = ours.stop;
  await ours.hasAllRows();
  const startedSeconds = secondsSince(begun);
  say(`${size}: all rows are there after ${startedSeconds} s`);

  const { last } = await askedOf(ours.petitions(2), ours.pid);
  const { number } = JSON.parse(last) as Numbered;
  await ours.drained(number);
  const loads = ours.loads(number);
  const seen: Record<string, Figure[]> = {};
  for (let run = 1; run <= runs; run += 1) {
    for (const [kind, load] of Object.entries(loads)) {
      const { perSecond, p50, p95, refused, last: said } = await askedOf(load, ours.pid);
      (seen[kind] ??= []).push({ perSecond, p50, p95 });
      say(`${size}, ${kind}: ${perSecond} a second, p95 ${p95} ms ${JSON.stringify(refused)}`);
      if (kind === 'petitions') await ours.drained((JSON.parse(said) as Numbered).number);
    }
    const { perSecond, p50, p95, refused } = await ours.lifecycle();
    (seen['lifecycle'] ??= []).push({ perSecond, p50, p95 });
    say(`${size}, lifecycle: ${perSecond} a second, p95 ${p95} ms ${JSON.stringify(refused)}`);
  }
  await ours.stop();
  stopOurs = async () => {};
  const middle = (figures: readonly Figure[], of: keyof Figure) =>
    median(figures.map((figure) => figure[of]));
  const figures = Object.entries(seen).map(([kind, of]) => [
    kind,
    { perSecond: middle(of, 'perSecond'), p50: middle(of, 'p50'), p95: middle(of, 'p95') },
  ]);
  return { figures: Object.fromEntries(figures) as Figures, startedSeconds };
}
