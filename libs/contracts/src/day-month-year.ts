/** `2026-12-03` as people here write it: `03/12/2026`. */
export const dayMonthYear = (date: string): string =>
  date.slice(0, 10).split('-').reverse().join('/');
