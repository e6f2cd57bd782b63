import type { Calendar } from '../calendar/calendar.ts';
import { addWorkingHours } from '../calendar/working-hours.ts';
import { addYears, lastDayOfMonth, lastDayOfYear, startOf, yearOf } from '../days.ts';
import type { Day, Moment } from '../days.ts';
import type { Unit } from '../pack/schema.ts';
import { isStopped } from './pauses.ts';
import type { StoppedDays } from './pauses.ts';

export interface Period {
  readonly value: number;
  readonly unit: Unit;
  readonly countedFrom?: 'year_end' | undefined;
}

/** Whether a period ends at an instant, not at the end of a day. */
export const endsAtInstant = (unit: Unit): boolean =>
  unit === 'hour' || unit === 'minute' || unit === 'working_hour';

/**
 * The last day of a period, before any rolling. The day of the event is not counted (BLDS 2015
 * Đ.147); a negative value counts back from the day before it. A session a month may be held
 * through the month's last day. What is immediate has no time at all: its very day is due, since
 * only a day that ends without it shows that it was not done.
 */
export function lastDay(
  calendar: Calendar,
  { value, unit, countedFrom }: Period,
  trigger: Day,
  stopped: readonly StoppedDays[] = [],
): Day {
  switch (unit) {
    case 'working_day':
      return stopped.length === 0
        ? calendar.addWorkingDays(trigger, value)
        : countDays(
            trigger,
            value,
            (day) => calendar.isWorkingDay(day) && !isStopped(stopped, day),
          );
    case 'calendar_day':
    case 'day_unspecified':
      return stopped.length === 0
        ? trigger + value
        : countDays(trigger, value, (day) => !isStopped(stopped, day));
    case 'year':
      return addYears(countedFrom === undefined ? trigger : lastDayOfYear(yearOf(trigger)), value);
    case 'session_per_month':
      return lastDayOfMonth(trigger);
    case 'immediate':
    case 'hour':
    case 'minute':
    case 'working_hour':
      return trigger;
  }
}

/** When a period of hours or minutes ends. A date without a time counts from its first minute. */
export function endInstant(calendar: Calendar, { value, unit }: Period, trigger: Moment): number {
  const at = trigger.at ?? startOf(trigger.day);
  if (unit === 'working_hour') return addWorkingHours(calendar, at, value);
  return at + value * (unit === 'hour' ? 3_600_000 : 60_000);
}

function countDays(from: Day, count: number, counts: (day: Day) => boolean): Day {
  let day = from;
  for (let left = count; left > 0;) {
    day += 1;
    if (counts(day)) left -= 1;
  }
  return day;
}

/** Only a period that runs forward in days or years rolls; a backward one never does. */
export const rolls = ({ value, unit }: Period): boolean =>
  value > 0 &&
  (unit === 'calendar_day' ||
    unit === 'working_day' ||
    unit === 'day_unspecified' ||
    unit === 'year');

/** The same day, or the next one that is neither of rest nor stopped. */
export function rollForward(
  calendar: Calendar,
  day: Day,
  stopped: readonly StoppedDays[] = [],
): Day {
  let rolled = calendar.rollForward(day);
  while (isStopped(stopped, rolled)) rolled = calendar.addWorkingDays(rolled, 1);
  return rolled;
}
