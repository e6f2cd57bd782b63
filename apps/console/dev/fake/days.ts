/** Days from today in Việt Nam, `YYYY-MM-DD`. */
export function day(offset: number): string {
  const now = new Date(Date.now() + 7 * 3_600_000);
  now.setUTCDate(now.getUTCDate() + offset);
  return now.toISOString().slice(0, 10);
}

export const at = (offset: number, time: string): string =>
  new Date(`${day(offset)}T${time}:00+07:00`).toISOString();

export const written = (date: string): string => date.split('-').reverse().join('/');
