import { localDate } from '@minh-bach/kernel';

const DAY_MS = 86_400_000;
/** Monday 0 … Sunday 6. */
const weekday = (day: number): number => (new Date(day).getUTCDay() + 6) % 7;
const mondayOf = (day: number): number => day - weekday(day) * DAY_MS;
const dateOf = (day: number): string => new Date(day).toISOString().slice(0, 10);
/** The first week of a year is that of 4 January (ISO 8601). */
const firstMonday = (year: number): number => mondayOf(Date.UTC(year, 0, 4));

/** The week of an instant in Việt Nam, e.g. `2026-W47`; its year is that of its Thursday. */
export function isoWeekOf(instant: Date | string): string {
  const monday = mondayOf(Date.parse(localDate(instant)));
  const year = new Date(monday + 3 * DAY_MS).getUTCFullYear();
  const number = Math.round((monday - firstMonday(year)) / (7 * DAY_MS)) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** Its Monday and Sunday; `2026-W53`, which there is not, is the first week of 2027 where that begins then. */
export function daysOfWeek(week: string): { readonly from: string; readonly to: string } {
  const [year, number] = week.split('-W').map(Number) as [number, number];
  const monday = firstMonday(year) + (number - 1) * 7 * DAY_MS;
  return { from: dateOf(monday), to: dateOf(monday + 6 * DAY_MS) };
}

export const weekBefore = (week: string): string =>
  isoWeekOf(new Date(Date.parse(daysOfWeek(week).from) - DAY_MS));

export const weekAfter = (week: string): string =>
  isoWeekOf(new Date(Date.parse(daysOfWeek(week).to) + DAY_MS));

/** A week with its days and the weeks beside it, as weekly lists answer it. */
export const weekWithNeighbours = (week: string) => ({
  week,
  ...daysOfWeek(week),
  before: weekBefore(week),
  after: weekAfter(week),
});
