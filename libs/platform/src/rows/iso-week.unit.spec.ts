import { describe, expect, it } from '@jest/globals';
import { daysOfWeek, isoWeekOf, weekAfter, weekBefore } from './iso-week.ts';

describe('a week', () => {
  it.each([
    ['2026-11-20T02:00:00Z', '2026-W47'],
    // Sunday evening in Europe is Monday in Việt Nam.
    ['2026-11-22T16:59:59.999Z', '2026-W47'],
    ['2026-11-22T17:00:00Z', '2026-W48'],
    // Its year is that of its Thursday.
    ['2024-12-30T05:00:00Z', '2025-W01'],
    ['2027-01-01T05:00:00Z', '2026-W53'],
    ['2028-01-01T05:00:00Z', '2027-W52'],
  ])('of %s is %s', (instant, week) => expect(isoWeekOf(instant)).toBe(week));

  it('lasts from Monday to Sunday', () => {
    expect(daysOfWeek('2026-W47')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(daysOfWeek('2026-W53')).toEqual({ from: '2026-12-28', to: '2027-01-03' });
  });

  it('is that of each of its days, and follows on another', () => {
    for (let day = Date.UTC(2024, 0, 1); day < Date.UTC(2032, 0, 1); day += 86_400_000) {
      const week = isoWeekOf(new Date(day));
      const date = new Date(day).toISOString().slice(0, 10);
      const { from, to } = daysOfWeek(week);
      expect([week, from <= date && date <= to]).toEqual([week, true]);
      expect(daysOfWeek(weekBefore(week)).to < from).toBe(true);
      expect(weekBefore(weekAfter(week))).toBe(week);
    }
  });
});
