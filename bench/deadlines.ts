// Deadlines a second on one core: `perSecond` with each explanation as data, `inWords` with its
// sentences in Vietnamese and English too. Medians of several runs.
import { computeDeadline, computeDeadlineData } from '@minh-bach/rules';

const RUNS = 7;
const COMPUTATIONS = 50_000;

const rules = [
  'KN1.ACCEPT.NEW',
  'KN1.RESOLVE.NORMAL',
  'KN.DIALOGUE_NOTICE',
  'TC.INITIAL',
  'TC.RESOLVE',
  'TCD.NOTICE_INITIAL',
  'PA.GENERAL',
  'XLD.HARD_45',
];
const triggers = Array.from({ length: 123 }, (_, day) =>
  new Date(Date.UTC(2026, 6, 1 + day)).toISOString().slice(0, 10),
);

/** What was computed is kept for a while, so that nothing of it can be optimised away. */
const kept: unknown[] = [];

function perSecond(compute: typeof computeDeadlineData): number {
  const begun = performance.now();
  let steps = 0;
  for (let n = 0; n < COMPUTATIONS; n += 1) {
    const trigger = triggers[n % triggers.length] ?? '';
    const deadline = compute({ rule: rules[n % rules.length] ?? '', trigger });
    kept[n % 1024] = deadline;
    steps += deadline.counted.steps.length;
  }
  if (steps < COMPUTATIONS * 2) throw new Error('a deadline came without its explanation');
  return Math.round((COMPUTATIONS * 1000) / (performance.now() - begun));
}

function median(compute: typeof computeDeadlineData): number {
  perSecond(compute);
  const runs = Array.from({ length: RUNS }, () => perSecond(compute)).toSorted((a, b) => a - b);
  return runs[RUNS >> 1] ?? 0;
}

console.log(
  JSON.stringify({ perSecond: median(computeDeadlineData), inWords: median(computeDeadline) }),
);
