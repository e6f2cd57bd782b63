import { expect, it } from '@jest/globals';
import { weekSchema } from './common.ts';

it.each([
  ['2000-W01', true],
  ['2999-W53', true],
  ['9999-W53', false],
  ['3000-W01', false],
  ['1999-W52', false],
  ['0000-W01', false],
  ['2026-W00', false],
  ['2026-W54', false],
])('a week that can be asked about is of the years 2000 to 2999: %s %s', (week, good) => {
  expect(weekSchema.safeParse(week).success).toBe(good);
});
