import type { Due, Matter } from '../api/types.ts';

/**
 * The running clocks of a matter, nearest first, each rule once. The server says what is overdue.
 *
 * A clock goes on to the part that takes over, which ends it; the part before hears of that a moment later
 * and until then still names it. So the later part's word stands, and a decision that was issued has met
 * what the investigation was asked for.
 */
export function clocksOf({ triage, investigation, response }: Matter): Due[] {
  const issued = response !== undefined && response.state !== 'requested';
  const running = [
    ...(triage?.clocks ?? []),
    ...(issued ? [] : (investigation?.clocks ?? [])),
    ...(response?.clocks ?? []),
  ];
  const byRule = new Map(running.map((due) => [due.rule, due]));
  return [...byRule.values()].sort((a, b) => a.due.localeCompare(b.due));
}
