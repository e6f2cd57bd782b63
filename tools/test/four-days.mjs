const DAY_MS = 86_400_000;
const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});

const isTet = (day) => lunar.format(day) === '1/1';
const isOn = (monthDay) => (day) => day.toISOString().slice(5, 10) === monthDay;

/**
 * Days that are hard on software which counts days, each the next one to come: in Tết (ICU may take
 * its second day for the first), 29 February, the last of the year, and 24 November, a holiday since
 * 2026.
 *
 * @returns ISO days
 */
export const fourDays = (now = Date.now()) =>
  [isTet, isOn('02-29'), isOn('12-31'), isOn('11-24')].map((is) => next(is, now));

function next(is, now) {
  for (let at = now + DAY_MS; ; at += DAY_MS) {
    const day = new Date(at);
    if (is(day)) return day.toISOString().slice(0, 10);
  }
}
