import { parseDay } from '../days.ts';
import { calendarOf } from './versions.ts';

/** By the calendar in use. @param date ISO */
export const isWorkingDay = (date: string): boolean => calendarOf().isWorkingDay(parseDay(date));
