// A matter of many events in a large log, asked as it stood at a moment: its merged history up to the
// middle, by one client after the other. `--matters N` around it (default 100000), `--events N` of its own
// (default 1000), `--runs N` (default 5), `--seconds N` (default 5).
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { newFolder, startProduct } from './built.product.ts';
import { openFolder } from './bulk.folder.ts';
import { addNotes, makeMatters } from './bulk.matters.ts';
import { endAll } from './child.processes.ts';
import { askedOf, startOurs } from './http.loads.ts';
import { median } from './median.figures.ts';

/** Of a petition's own, before its notes: registered, taken. */
const FIRST_EVENTS = 2;
const NOTES_A_DAY = 4;
const PATIENCE_MS = 15 * 60_000;

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' }, // as of every benchmark; the last line is JSON either way
    matters: { type: 'string', default: '100000' },
    events: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
  },
});
const [matters, events] = [Number(options.matters), Number(options.events)];
const say = (line: string) => console.error(line);

interface History {
  readonly entries: readonly { readonly recordedAt: string }[];
}

const folder = newFolder();
let stopOurs = async () => {};
try {
  // 1. The people, then the log.
  await (await startProduct({ kept: folder })).stop();
  const filled = await openFolder(folder);
  const number = await makeMatters(filled, matters, say)
    .then(async (last) => {
      await addNotes(filled, last, events - FIRST_EVENTS, NOTES_A_DAY);
      return last;
    })
    .finally(filled.close);
  say(`${matters} matters, one of them of ${events} events`);

  // 2. As it stood when half of it was there.
  const ours = await startOurs(Number(options.seconds), { kept: folder, waitMs: PATIENCE_MS });
  stopOurs = ours.stop;
  await ours.hasAllRows();
  const { history } = ours.loads(number);
  const one = { ...history!, clients: 1 };
  const whole = JSON.parse((await askedOf({ ...one, seconds: 1 }, ours.pid)).last) as History;
  const moments = whole.entries.map(({ recordedAt }) => recordedAt).toSorted();
  const moment = moments[Math.floor(moments.length / 2)]!;
  const asOf = { ...one, paths: [`${one.paths[0]}?asOf=${encodeURIComponent(moment)}`] };
  const seen = [];
  for (let run = 1; run <= Number(options.runs); run += 1) {
    const { p50, p95, last, bytes, refused } = await askedOf(asOf, ours.pid);
    seen.push({ p50, p95, bytes, entries: (JSON.parse(last) as History).entries.length });
    say(`run ${run}: ${JSON.stringify({ ...seen.at(-1), refused })}`);
  }
  const { bytes, entries } = seen[0]!;
  console.log(
    JSON.stringify({
      ...{ p50: median(seen.map(({ p50 }) => p50)), p95: median(seen.map(({ p95 }) => p95)) },
      ...{ matters, events: whole.entries.length, entries, bytes },
    }),
  );
} finally {
  await stopOurs();
  await endAll();
  rmSync(folder, { recursive: true, force: true });
}
