import { expect, it } from '@jest/globals';
import { Pace } from './pace.ts';

const appends = 10;

/** After many transactions that took `eachMs`, `behindMs` of it behind the one before. */
function after(eachMs: number, behindMs = 0): Pace {
  const pace = new Pace();
  for (let end = eachMs; end < 100 * eachMs; end += eachMs)
    pace.answered(appends, end - eachMs - behindMs, end);
  return pace;
}

it('writes in halves while we take longer to prepare than the disk to answer', () => {
  expect(after(0.5).paysToHalve(16)).toBe(true);
  expect(after(0.5).paysToHalve(2)).toBe(false);
});

it('writes whole batches when the disk is slow', () => {
  expect(after(3).paysToHalve(32)).toBe(false);
  expect(after(3).paysToHalve(100)).toBe(true);
});

it('does not count the time that a batch waited behind another', () => {
  expect(after(0.5, 20).paysToHalve(16)).toBe(true);
});
