import { expect, it } from '@jest/globals';
import { Freshness } from './freshness.ts';

const late = new Error('late');

it('asks once for all who ask within a second', async () => {
  let asked = 0;
  const freshness = new Freshness(async () => void (asked += 1), 10_000);
  await Promise.all([freshness.check(), freshness.check()]);
  await freshness.check();
  expect(asked).toBe(1);
});

it('refuses rows that were never shown to be new, and asks again', async () => {
  let isLate = true;
  const freshness = new Freshness(
    () => (isLate ? Promise.reject(late) : Promise.resolve()),
    10_000,
  );
  await expect(freshness.check()).rejects.toBe(late);
  isLate = false;
  await freshness.check();
});
