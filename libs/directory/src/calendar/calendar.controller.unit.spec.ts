import { calendarSchema } from '@minh-bach/contracts';
import { expect, it } from '@jest/globals';
import { CalendarController } from './calendar.controller.ts';

it('the calendar has each day once, in order, and marks what nobody has approved yet', () => {
  const { days } = calendarSchema.parse(new CalendarController().calendar());
  const dates = days.map(({ date }) => date);
  expect(dates).toEqual([...new Set(dates)].sort());
  expect(days).toContainEqual({
    date: '2026-01-01',
    name: { vi: 'Tết Dương lịch', en: expect.any(String) },
    type: 'statutory',
    isDraft: false,
  });
  expect(days.some(({ isDraft }) => isDraft)).toBe(true);
});
