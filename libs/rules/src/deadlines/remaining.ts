import type { Calendar } from '../calendar/calendar.ts';
import { calendarOf } from '../calendar/versions.ts';
import { dayOf, parseDay, parseInstant } from '../days.ts';
import type { Deadline, Words } from './deadline.ts';

export interface Remaining {
  readonly unit: 'working_day' | 'calendar_day' | 'hour' | 'minute';
  /** Whole units: positive left, 0 today or this minute, negative overdue. */
  readonly value: number;
  readonly overdue: boolean;
  readonly text: Words;
}

type Due = Pick<Deadline, 'due'> & Partial<Pick<Deadline, 'calendarVersion' | 'pausedSince'>>;

/**
 * What a worklist shows beside a date. To warn by the safe date, pass it as `due`. Days are working
 * days, save where none lies between (a Saturday due on Sunday): then calendar days.
 *
 * @param now UTC instant, ISO
 */
export function remaining(deadline: Due, now: string): Remaining {
  const at = parseInstant(now);
  const left = deadline.due.includes('T')
    ? byTheMinute(parseInstant(deadline.due) - at)
    : byTheDay(calendarOf(deadline.calendarVersion), dayOf(at), parseDay(deadline.due));
  if (deadline.pausedSince === undefined) return left;

  const since = deadline.pausedSince.split('-').toReversed().join('/');
  const text = { vi: `Tạm dừng tính hạn từ ${since}`, en: `Clock paused since ${since}` };
  return { ...left, overdue: false, text };
}

function byTheDay(calendar: Calendar, today: number, due: number): Remaining {
  if (today === due) {
    const text = { vi: 'Đến hạn hôm nay', en: 'Due today' };
    return { unit: 'working_day', value: 0, overdue: false, text };
  }
  const working = calendar.workingDaysBetween(today, due);
  const unit = working === 0 ? 'calendar_day' : 'working_day';
  const value = working === 0 ? due - today : working;
  const count = Math.abs(value);
  const vi = `${count} ngày${working === 0 ? '' : ' làm việc'}`;
  const en = `${count} ${working === 0 ? '' : 'working '}${count === 1 ? 'day' : 'days'}`;
  return { unit, value, ...timeLeft(due < today, vi, en) };
}

function byTheMinute(milliseconds: number): Remaining {
  const overdue = milliseconds <= 0;
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const sign = overdue && minutes > 0 ? -1 : 1;
  if (hours === 0) {
    const words = timeLeft(overdue, `${minutes} phút`, `${minutes} min`);
    return { unit: 'minute', value: sign * minutes, ...words };
  }
  const vi = rest === 0 ? `${hours} giờ` : `${hours} giờ ${rest} phút`;
  const en = rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  return { unit: 'hour', value: sign * hours, ...timeLeft(overdue, vi, en) };
}

const timeLeft = (overdue: boolean, vi: string, en: string) => ({
  overdue,
  text: overdue
    ? { vi: `Quá hạn ${vi}`, en: `${en} overdue` }
    : { vi: `Còn ${vi}`, en: `${en} left` },
});
