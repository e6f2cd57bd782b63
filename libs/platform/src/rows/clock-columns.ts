import type { ClockChanges, ClockStarted } from '@minh-bach/contracts';

/** When no clock runs, a row sorts last. */
const NEVER = new Date('9999-12-31T00:00:00.000Z');

/** A running clock as a list shows it; how it was counted stands in the log. */
export type ListedClock = Omit<ClockStarted, 'counted' | 'explanation'>;

/** The columns by which worklists sort and warn: clocks that run, and the strictest end of them. */
export interface ClockColumns {
  clocks: ListedClock[];
  dueAt: Date;
}

export const noClocks = (): ClockColumns => ({ clocks: [], dueAt: NEVER });

export function withClocks(
  { clocks }: ClockColumns,
  { clocksStarted = [], clocksEnded = [] }: ClockChanges,
): ClockColumns {
  const changed = new Set([...clocksEnded, ...clocksStarted].map(({ rule }) => rule));
  const running = [
    ...clocks.filter(({ rule }) => !changed.has(rule)),
    ...clocksStarted.map(listed),
  ];
  const ends = running.map(({ safeEndsAt }) => safeEndsAt).sort();
  return { clocks: running, dueAt: ends[0] === undefined ? NEVER : new Date(ends[0]) };
}

/** Without how it was counted, in either form of the event. */
function listed(clock: ClockStarted): ListedClock {
  const either = { counted: null, explanation: null, ...clock };
  const { counted: _, explanation: __, ...row } = either;
  return row;
}
