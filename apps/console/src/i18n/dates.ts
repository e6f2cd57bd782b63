import type { Language, Say } from './language.tsx';

const ZONE = 'Asia/Ho_Chi_Minh';

/** `2026-12-03` → `03/12/2026`, in both languages: one order of day and month in the whole office. */
export function dayMonthYear(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

export interface Moment {
  readonly date: string;
  readonly time: string;
}

/** An instant as the wall in Việt Nam shows it. */
export function moment(instant: string): Moment {
  const parts = new Map(clock.formatToParts(new Date(instant)).map((p) => [p.type, p.value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    date: `${part('day')}/${part('month')}/${part('year')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** `04:27 ngày 23/11/2026` */
export const timeAndDate = (instant: string, say: Say): string =>
  say('date.moment', { ...moment(instant) });

export const isDate = (due: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(due);

/** A day, or an instant as the server writes it. */
export const isMoment = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?Z)?$/.test(text) && !Number.isNaN(Date.parse(text));

/** The end of a minute of a day in Việt Nam, as the server writes it. @param time `HH:MM` */
export const instantAt = (date: string, time: string): string =>
  new Date(`${date}T${time}:59.999+07:00`).toISOString();

/** What a person types: `8:05`, `08.05`, `8h05`, `0805`. @returns `HH:MM`; undefined when there is none */
export function parseTime(typed: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})\s*[:.hg]?\s*(\d{2})$/i.exec(typed.trim()) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** The last instant of a day in Việt Nam; an instant is itself. */
export const endOf = (moment: string): string =>
  isDate(moment) ? new Date(`${moment}T23:59:59.999+07:00`).toISOString() : moment;

/** A due date: a day, or an instant where the rule counts hours. */
export const dueText = (due: string, say: Say): string =>
  isDate(due) ? dayMonthYear(due) : timeAndDate(due, say);

/** `Thứ Năm` */
export function weekday(due: string, language: Language): string {
  const zone = isDate(due) ? 'UTC' : ZONE;
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: zone });
  return name.format(new Date(due));
}

/** Today in Việt Nam, `YYYY-MM-DD`. */
export const today = (now = new Date()): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(now);

/**
 * What a person types: `27/03/2026`, `27.3.2026`, `27-3-26`, `27032026`.
 *
 * @returns `YYYY-MM-DD`; undefined when there is no such day
 */
export function parseDate(typed: string): string | undefined {
  const digits = /^\d{6}(\d{2})?$/.test(typed.trim());
  const text = digits ? typed.trim().replace(/^(\d\d)(\d\d)/, '$1/$2/') : typed.trim();
  const [, day, month, written] =
    /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{2}|\d{4})$/.exec(text) ?? [];
  if (day === undefined || month === undefined || written === undefined) return undefined;
  const year = written.length === 2 ? 2000 + Number(written) : Number(written);
  const date = new Date(Date.UTC(year, Number(month) - 1, Number(day)));
  const there = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return there ? date.toISOString().slice(0, 10) : undefined;
}
