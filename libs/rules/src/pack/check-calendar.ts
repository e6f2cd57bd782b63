import type { z } from 'zod';
import { parseDay, weekdayOf } from '../days.ts';
import type { PackProblem } from './load.ts';
import type { CalendarDay, calendarPack } from './schema.ts';

export const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/**
 * Days are in order, on the weekday they claim, and twice only where something was announced later; a
 * swap has both of its halves.
 */
export function checkCalendar(
  pack: z.infer<typeof calendarPack>,
  knownSources: ReadonlySet<string>,
): PackProblem[] {
  const byDate = new Map(pack.days.map((day) => [day.date, day]));
  return pack.days.flatMap((day, index) => {
    const messages: [string, string][] = [];
    const weekday = WEEKDAYS[weekdayOf(parseDay(day.date))];
    const previous = pack.days[index - 1];

    if (previous !== undefined && orderOf(previous) >= orderOf(day)) {
      messages.push(['date', `is not after ${previous.date}`]);
    }
    if (weekday !== day.weekday) messages.push(['weekday', `is a ${weekday}`]);
    if (!knownSources.has(day.source)) messages.push(['source', `unknown source ${day.source}`]);

    const works = pack.workingDays.includes(day.weekday);
    if (day.type === 'swap_work' && works) messages.push(['type', 'is a working day anyway']);
    if (day.type === 'swap_off' && !works) messages.push(['type', 'is a day of rest anyway']);
    if (day.type.startsWith('swap_') && byDate.get(day.pairedWith ?? '')?.pairedWith !== day.date) {
      messages.push(['type', 'has no other half of the swap']);
    }
    return messages.map(([key, message]) => ({
      path: ['days', index, key],
      message: `${day.date} ${message}`,
    }));
  });
}

const orderOf = ({ date, knownFrom = '' }: CalendarDay): string => `${date} ${knownFrom}`;
