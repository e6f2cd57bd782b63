import { dayOf, formatDay, parseInstant } from '../days.ts';
import { calendarOf } from './versions.ts';

/** The end of the last day that is at most so many working days away, by the calendar in use. */
export function nearUntil(now: Date, workingDays: number): Date {
  const calendar = calendarOf();
  const today = dayOf(now.getTime());
  let after = today + 1;
  while (calendar.workingDaysBetween(today, after) <= workingDays) after += 1;
  return new Date(parseInstant(`${formatDay(after)}T00:00`));
}
