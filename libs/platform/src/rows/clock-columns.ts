import type { ClockChanges, ClockStarted } from '@minh-bach/contracts';

/** What has no due date stands behind all that has one. */
const NEVER = new Date('9999-12-31T00:00:00.000Z');

/** A running clock as a list shows it; how it was counted stands in the log. */
export type ListedClock = Omit<ClockStarted, 'counted' | 'explanation'>;

/** The columns by which worklists sort and warn: clocks that run, and the strictest end of them. */
export interface ClockColumns {
  clocks: ListedClock[];
  dueAt: Date;
}

export const noClocks = (): Pick<ClockColumns, 'clocks'> => ({ clocks: [] });

/** Hundreds of years after every due date. */
const behindAll = (on: string): Date => new Date(NEVER.getTime() - Date.parse(on));

/** @param on the row's own day, ISO: where no clock runs the latest comes first */
export function withClocks(
  { clocks }: Pick<ClockColumns, 'clocks'>,
  { clocksStarted = [], clocksEnded = [] }: ClockChanges,
  on: string,
): ClockColumns {
  const changed = new Set([...clocksEnded, ...clocksStarted].map(({ rule }) => rule));
  const running = [
    ...clocks.filter(({ rule }) => !changed.has(rule)),
    ...clocksStarted.map(listed),
  ];
  const ends = running.map(({ safeEndsAt }) => safeEndsAt).sort();
  return { clocks: running, dueAt: ends[0] === undefined ? behindAll(on) : new Date(ends[0]) };
}

/** Without how it was counted, in either form of the event. */
function listed(clock: ClockStarted): ListedClock {
  const either = { counted: null, explanation: null, ...clock };
  const { counted: _, explanation: __, ...row } = either;
  return row;
}
