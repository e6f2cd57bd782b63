// Clients that come and go: 1, 15, 1, 25, 2, 35 and 10 of them for `--seconds N` each (default 60). Errors,
// the 95th percentile of each step, and the seconds until it is back to what it is at that step.
// `--runs N` (default 1): medians of several.
import { parseArgs } from 'node:util';
import { answerOf, endAll } from './child.processes.ts';
import { askedOf, startOurs, type Numbered } from './http.loads.ts';
import { median } from './median.figures.ts';
import type { Spike, Step } from './spike.client.ts';

const STEPS = [1, 15, 1, 25, 2, 35, 10];

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' }, // as of every benchmark; the last line is JSON either way
    seconds: { type: 'string', default: '60' },
    runs: { type: 'string', default: '1' },
  },
});
const seconds = Number(options.seconds);
const say = (line: string) => console.error(line);

const ours = await startOurs(seconds);
try {
  const { last } = await askedOf(ours.petitions(2), ours.pid);
  const { number } = JSON.parse(last) as Numbered;
  await ours.drained(number);
  const { origin } = ours;
  const asked: Spike = { origin, seconds, steps: STEPS, loads: Object.values(ours.loads(number)) };
  const seen: (readonly Step[])[] = [];
  for (let run = 1; run <= Number(options.runs); run += 1) {
    seen.push(await answerOf<readonly Step[]>('spike.client.ts', asked));
    for (const step of seen.at(-1)!) say(`run ${run}: ${JSON.stringify(step)}`);
  }
  const steps = STEPS.map((clients, i) => {
    const of = seen.map((run) => run[i]!);
    const back = median(of.map(({ backSeconds }) => backSeconds ?? Infinity));
    return {
      ...{ clients, errors: errorsIn(of), p95: median(of.map(({ p95 }) => p95)) },
      backSeconds: Number.isFinite(back) ? back : null,
    };
  });
  console.log(JSON.stringify({ errors: errorsIn(seen.flat()), seconds, steps }));
} finally {
  await ours.stop();
  await endAll();
}

/** Of all steps and runs. */
function errorsIn(steps: readonly Step[]): number {
  return steps.flatMap(({ errors }) => Object.values(errors)).reduce((sum, n) => sum + n, 0);
}
