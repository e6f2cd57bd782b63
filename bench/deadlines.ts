// Deadlines a second on one core, each with its explanation as data: `{"perSecond": N}`.
import { computeDeadlineData } from '@minh-bach/rules';

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

function perSecond(): number {
  const begun = performance.now();
  let steps = 0;
  for (let n = 0; n < COMPUTATIONS; n += 1) {
    const rule = rules[n % rules.length] ?? '';
    steps += computeDeadlineData({ rule, trigger: triggers[n % triggers.length] ?? '' }).steps
      .length;
  }
  if (steps < COMPUTATIONS * 2) throw new Error('a deadline came without its explanation');
  return Math.round((COMPUTATIONS * 1000) / (performance.now() - begun));
}

perSecond();
const runs = Array.from({ length: RUNS }, perSecond).toSorted((a, b) => a - b);
console.log(JSON.stringify({ perSecond: runs[RUNS >> 1], runs }));
