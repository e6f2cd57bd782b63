import {
  evolveClocks,
  NO_CLOCKS,
  type ClockChanges,
  type ClockStarted,
} from '@minh-bach/contracts';

/** When no clock runs, a row sorts last. */
const NEVER = new Date('9999-12-31T00:00:00.000Z');

/** The columns by which worklists sort and warn: clocks that run, and the strictest end of them. */
export interface ClockColumns {
  clocks: ClockStarted[];
  dueAt: Date;
}

export const noClocks = (): ClockColumns => ({ clocks: [], dueAt: NEVER });

export function withClocks({ clocks }: ClockColumns, changes: ClockChanges): ClockColumns {
  const open = {
    ...NO_CLOCKS,
    running: Object.fromEntries(clocks.map((clock) => [clock.rule, clock])),
  };
  const running = Object.values(evolveClocks(open, changes).running);
  const ends = running.map(({ safeEndsAt }) => safeEndsAt).sort();
  return { clocks: running, dueAt: ends[0] === undefined ? NEVER : new Date(ends[0]) };
}
