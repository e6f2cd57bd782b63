import { expect, it } from '@jest/globals';
import { fourDays } from './four-days.mjs';

it.each([
  ['2026-11-27T12:00:00Z', ['2027-02-07', '2028-02-29', '2026-12-31', '2027-11-24']],
  ['2028-02-29T00:00:00Z', ['2029-02-13', '2032-02-29', '2028-12-31', '2028-11-24']],
])('after %s the four days are %j', (now, days) => {
  expect(fourDays(Date.parse(now))).toEqual(days);
});
