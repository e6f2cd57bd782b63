import { DomainError } from '@minh-bach/kernel';

/**
 * A civil day in Asia/Ho_Chi_Minh as the number of days since 1970-01-01. The engine counts with
 * whole numbers, so no time zone of the machine can reach it.
 */
export type Day = number;

const MILLISECONDS_A_DAY = 86_400_000;
/** Vietnam has kept +07:00 without summer time since 1975, before every rule of the pack. */
const OFFSET = 7 * 3_600_000;

/** Days are read and written over and over: those through 2081, no more, are remembered. */
const written: string[] = [];
const read = new Map<string, Day>();
const MOST_WRITTEN = 41_000;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

/** 2026-02-30 is refused, never moved to March. */
export function parseDay(text: string): Day {
  const known = read.get(text);
  if (known !== undefined) return known;
  const milliseconds = DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  const day = milliseconds / MILLISECONDS_A_DAY;
  if (!Number.isInteger(day) || formatDay(day) !== text) {
    throw new DomainError('date.invalid', { date: text });
  }
  return day;
}

/** `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const known = written[day];
  if (known !== undefined) return known;
  const date = new Date(day * MILLISECONDS_A_DAY);
  const text = `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
  if (day >= 0 && day < MOST_WRITTEN) {
    written[day] = text;
    read.set(text, day);
  }
  return text;
}

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;

export const yearOf = (day: Day): number => new Date(day * MILLISECONDS_A_DAY).getUTCFullYear();

export const dayOf = (milliseconds: number): Day =>
  Math.floor((milliseconds + OFFSET) / MILLISECONDS_A_DAY);

/** The first millisecond of the day at +07:00. */
export const startOf = (day: Day): number => day * MILLISECONDS_A_DAY - OFFSET;

/** Where a period "ends at 24:00 of the last day" (BLDS 2015 Đ.148): 17:00 in UTC. */
export const endOf = (day: Day): string => `${formatDay(day)}T17:00:00.000Z`;

/** An instant in local words: `2026-07-10T16:30:00+07:00`. */
export const formatInstant = (milliseconds: number): string =>
  `${new Date(milliseconds + OFFSET).toISOString().replace(/\.000Z$|Z$/, '')}+07:00`;

export function parseInstant(text: string): number {
  const full = INSTANT.test(text) ? text : LOCAL.test(text) ? `${text}+07:00` : '';
  parseDay(text.slice(0, 10));
  const milliseconds = Date.parse(full);
  if (Number.isNaN(milliseconds)) throw new DomainError('date.invalid', { date: text });
  return milliseconds;
}

/** What started a period: a day, and the instant when one was given. */
export interface Moment {
  readonly day: Day;
  readonly at?: number;
}

/** A date, or an instant; one without offset is local time in Vietnam. */
export function parseMoment(text: string): Moment {
  if (!text.includes('T')) return { day: parseDay(text) };
  const at = parseInstant(text);
  return { day: dayOf(at), at };
}

/** The day of the same name years later; 29 February becomes 28 (BLDS 2015 Đ.148 k.4). */
export function addYears(day: Day, years: number): Day {
  const [year, month, date] = formatDay(day).split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return Date.UTC(year + years, month - 1, Math.min(date, last)) / MILLISECONDS_A_DAY;
}

export const lastDayOfYear = (year: number): Day => Date.UTC(year, 11, 31) / MILLISECONDS_A_DAY;

export function lastDayOfMonth(day: Day): Day {
  const date = new Date(day * MILLISECONDS_A_DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / MILLISECONDS_A_DAY;
}
