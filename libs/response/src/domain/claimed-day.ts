import { RECORDED_WITHIN_WORKING_DAYS, actingOf, type Unconfirmed } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { workingDaysBetween } from '@minh-bach/rules';
import type { CaseEvent } from './case.events.ts';
import { nextSending, type Requested } from './case.state.ts';
import type { WaitingDay } from './settle-day.ts';

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
const isLongBefore = (day: string, today: string): boolean =>
  workingDaysBetween(day, today) > RECORDED_WITHIN_WORKING_DAYS;

/** For the event that says the day. */
export const unconfirmedIn = ({ unconfirmed }: Pick<ClaimedDay, 'unconfirmed'>) =>
  unconfirmed === undefined ? {} : { unconfirmed };

/** What waits after an event that says such a day; the event is the proposal. */
export function waitingAfter(state: Requested, event: CaseEvent, actor: Actor): Requested {
  const said = saidIn(state, event);
  if (!said) return state;
  const proposer = actingOf(actor);
  const { unconfirmed, ...day } = said;
  const ended = 'clocksEnded' in event.data ? (event.data.clocksEnded ?? []) : [];
  const open = ended.filter(({ isUnconfirmed }) => isUnconfirmed).map(({ rule }) => rule);
  return {
    ...state,
    waiting: unconfirmed
      ? [...state.waiting, { ...day, ...unconfirmed, proposer, unit: actor.unit }]
      : state.waiting,
    unsettled: [...state.unsettled, ...open],
  };
}

type Said = Pick<WaitingDay, 'of' | 'to' | 'day' | 'sending'> & {
  readonly unconfirmed?: Unconfirmed;
};

function saidIn(state: Requested, { type, data }: CaseEvent): Said | undefined {
  if (type === 'DecisionIssued')
    return { of: 'issue', to: 'sender', day: data.issuedOn, ...unconfirmedIn(data) };
  if (type === 'DecisionSent')
    return {
      ...{ of: 'sending', to: data.to ?? 'sender', day: data.sentOn },
      ...{ sending: nextSending(state), ...unconfirmedIn(data) },
    };
  if (type === 'DecisionDelivered')
    return { of: 'receipt', to: data.to ?? 'sender', day: data.receivedOn, ...unconfirmedIn(data) };
  return undefined;
}
