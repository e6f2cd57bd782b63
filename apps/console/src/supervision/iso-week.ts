const DAY_MS = 86_400_000;

/** ISO 8601: the week of a day belongs to the year of its Thursday. @param date `YYYY-MM-DD` */
export function isoWeekOf(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The week that many weeks after the one that begins on this Monday. */
export const weekAfter = (monday: string, weeks: number): string =>
  isoWeekOf(
    new Date(Date.parse(`${monday}T00:00:00Z`) + weeks * 7 * DAY_MS).toISOString().slice(0, 10),
  );
