import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { computeDeadline } from './compute.ts';
import type { DeadlineRequest } from './deadline.ts';

/** Blocks of three lines: the request, its explanation in Vietnamese, and in English. */
const golden = readFileSync(new URL('explanations.golden.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n\n')
  .map((block) => block.split('\n') as [request: string, vi: string, en: string]);

describe('an explanation', () => {
  it.each(golden)('of %s is read by people as before', (request, vi, en) => {
    const { explanation } = computeDeadline(JSON.parse(request) as DeadlineRequest);
    expect(explanation).toEqual({ vi, en });
  });

  it('names each day that was not counted, as data too', () => {
    const { steps } = computeDeadline({ rule: 'KN1.SEND', trigger: '2026-08-28' });
    const skipped = steps.flatMap((step) => (step.kind === 'skip' ? step.days : []));
    expect(skipped.map(({ date, reason }) => `${date} ${reason}`)).toEqual([
      '2026-08-29 weekend',
      '2026-08-30 weekend',
      '2026-08-31 swap',
      '2026-09-01 holiday',
      '2026-09-02 holiday',
      '2026-09-05 weekend',
      '2026-09-06 weekend',
    ]);
  });
});
