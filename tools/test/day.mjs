const DAY_MS = 86_400_000;
const VIETNAM_MS = 7 * 3_600_000;
const PRELOAD = new URL('test-day.mjs', import.meta.url).href;

/**
 * The environment in which it is `day` in Vietnam, at the time of day that it is, for a process and
 * all that it starts. Only `Date` moves: databases, brokers, browsers and file systems keep their
 * clocks.
 *
 * @param day `MB_TEST_DAY`: `2027-02-06`, today or later; `undefined` leaves the environment as it is
 * @throws RangeError when it is no such day
 */
export function onDay(day, environment, now = realNow()) {
  if (!day) return environment;
  const ms = startOf(day) - Math.floor((now + VIETNAM_MS) / DAY_MS) * DAY_MS;
  if (!(ms >= 0))
    throw new RangeError(`MB_TEST_DAY=${day}: not a day like 2027-02-06, from today on`);
  const options = [environment.NODE_OPTIONS, `--import=${PRELOAD}`].filter(Boolean).join(' ');
  return { ...environment, NODE_OPTIONS: options, MB_TEST_SHIFT_MS: String(ms) };
}

/** Of the machine, even where `Date` is moved. */
const realNow = () => performance.timeOrigin + performance.now();

/** NaN for 30 February, too. */
function startOf(day) {
  const start = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : NaN;
  return Number.isNaN(start) || new Date(start).toISOString().startsWith(day) ? start : NaN;
}
