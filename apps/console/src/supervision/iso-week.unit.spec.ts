import { expect, it } from '@jest/globals';
import { isoWeekOf, weekAfter } from './iso-week.ts';

it.each([
  ['2026-11-16', '2026-W47'],
  ['2026-11-22', '2026-W47'],
  ['2026-12-31', '2026-W53'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-W01'],
])('%s lies in %s', (date, week) => expect(isoWeekOf(date)).toBe(week));

it('goes over the end of a year in both directions', () => {
  expect(weekAfter('2026-12-28', 1)).toBe('2027-W01');
  expect(weekAfter('2027-01-04', -1)).toBe('2026-W53');
});
