import { clockOf, endClocks, type CaseConcludedV1, type ClockEnded } from '@minh-bach/contracts';
import { computeDeadlineData } from '@minh-bach/rules';
import { sentTo } from './addressees.ts';
import type { Requested, Sending } from './case.state.ts';

/** To tell the forwarder of the result (Luật Tiếp công dân Đ.27). */
export const FORWARDED_RESULT = 'TCD.FORWARDED_RESULT';
type Counted = Pick<Sending, 'sentOn' | 'countsFrom' | 'isWaiting'>;

/** On the last of the days that count. */
export const metBy = (rule: string, sendings: readonly Counted[]): ClockEnded => {
  const last = (days: readonly string[]) => [...days].sort().at(-1)!;
  const on = last(sendings.map(({ countsFrom }) => countsFrom));
  const said = last(sendings.map((one) => (one.isWaiting ? one.sentOn : one.countsFrom)));
  return { rule, how: 'met', on, ...(on === said ? {} : { isUnconfirmed: true }) };
};

/** Those of these rules that run are met. */
export const meet = (
  { clocks }: Requested,
  rule: string,
  sendings: readonly Counted[],
): ClockEnded[] => endClocks(clocks, 'met', rule).map(() => metBy(rule, sendings));

/** Limits that ended on a day that waited: once more, by the days as they count now. */
export const meetAgain = (state: Requested): ClockEnded[] =>
  state.unsettled.map((rule) =>
    metBy(rule, rule === FORWARDED_RESULT ? sentTo(state, 'forwarder') : state.sendings),
  );

/**
 * Until when the complainant may complain a second time (Luật Khiếu nại Đ.33): their right, so no clock
 * of this unit's.
 */
export function secondComplaint({ kind, instance, receivedOn }: CaseConcludedV1, trigger: string) {
  if (kind !== 'complaint' || instance !== 1) return {};
  return { window: clockOf(computeDeadlineData({ rule: 'KN2.WINDOW', trigger, receivedOn })) };
}
