import { dayOf, startOf } from '../days.ts';
import { calendarData } from '../pack/pack.ts';
import type { Calendar } from './calendar.ts';

const minutesOf = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Office hours as [opens, closes] in milliseconds after midnight. */
const sessions = calendarData.officeHours.map(
  ([opens, closes]) => [minutesOf(opens) * 60_000, minutesOf(closes) * 60_000] as const,
);

/**
 * The instant when `hours` office hours have passed since `at`. Time outside office hours does not
 * count, and a period that is used up ends at closing, not at the next opening.
 */
export function addWorkingHours(calendar: Calendar, at: number, hours: number): number {
  let left = hours * 3_600_000;
  for (let day = dayOf(at); ; day += 1) {
    if (!calendar.isWorkingDay(day)) continue;
    for (const [opens, closes] of sessions) {
      const from = Math.max(at, startOf(day) + opens);
      const available = startOf(day) + closes - from;
      if (available <= 0) continue;
      if (left <= available) return from + left;
      left -= available;
    }
  }
}
