import { RECORDED_WITHIN_WORKING_DAYS, type Unconfirmed } from '@minh-bach/contracts';
import { isWorkingDay } from '@minh-bach/rules';

export interface ClaimedDay {
  /** What ends by this day, or starts, is counted from here. */
  readonly countsFrom: string;
  /** There where that is another day than the one that was said. */
  readonly unconfirmed?: Unconfirmed;
}

/**
 * Every day that ends a limit or starts somebody's right passes here. One person alone does not say, long
 * after or once a limit is over, that it was kept: until a second person confirms the day, that of its
 * recording counts. So a delay stays one, and a sender's right ends later, never earlier.
 *
 * @param day that is said; not after `today`
 * @param today on which it is recorded
 * @param dues last days of limits that it may end
 */
export function claimedDay(day: string, today: string, dues: readonly string[]): ClaimedDay {
  const crossesLimit = dues.some((due) => day <= due.slice(0, 10) && due.slice(0, 10) < today);
  if (!crossesLimit && !isLongBefore(day, today)) return { countsFrom: day };
  return { countsFrom: today, unconfirmed: { countsFrom: today, crossesLimit } };
}

/** More working days lie after the day, today among them, than a recording takes. */
function isLongBefore(day: string, today: string): boolean {
  let working = 0;
  for (let one = next(day); one <= today; one = next(one))
    if (isWorkingDay(one) && ++working > RECORDED_WITHIN_WORKING_DAYS) return true;
  return false;
}

const next = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** For the event that says the day. */
export const unconfirmedIn = ({ unconfirmed }: ClaimedDay) =>
  unconfirmed === undefined ? {} : { unconfirmed };
