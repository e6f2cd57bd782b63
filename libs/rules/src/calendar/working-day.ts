import { parseDay } from '../days.ts';
import { calendarOf } from './versions.ts';

/** By the calendar in use. @param date ISO */
export const isWorkingDay = (date: string): boolean => calendarOf().isWorkingDay(parseDay(date));

/** How many lie after `from`, through `to`, by the calendar in use; ISO dates. Both are in its range. */
export const workingDaysBetween = (from: string, to: string): number =>
  calendarOf().workingDaysBetween(parseDay(from), parseDay(to));
