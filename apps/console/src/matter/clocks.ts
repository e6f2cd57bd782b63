import type { Due, Matter } from '../api/types.ts';

/** All running clocks of a matter, nearest first. The server says what is overdue. */
export const clocksOf = ({ triage, investigation, response }: Matter): Due[] =>
  [...(triage?.clocks ?? []), ...(investigation?.clocks ?? []), ...(response?.clocks ?? [])].sort(
    (a, b) => a.due.localeCompare(b.due),
  );
