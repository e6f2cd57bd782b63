import type {
  Addressee,
  CaseConcludedV1,
  OpenClocks,
  PerDay,
  Refusal,
  SendingMethod,
  Urging,
} from '@minh-bach/contracts';
import type { Publication } from './publish.ts';

import type { WaitingDay } from './settle-day.ts';

/** One sending: to several people of one kind there are several. */
export interface Sending {
  /** Which of the case's it is, in the order of their recording; from 1. */
  readonly sending: number;
  readonly to: Addressee;
  readonly sentOn: string;
  /** Which counts for its limits, where that is another day. */
  readonly countsFrom: string;
  /** For a second person to confirm the day. */
  readonly isWaiting: boolean;
  readonly receivedOn: string | null;
}

export interface Requested extends Urging {
  /** How far it came on its way to the sender of the petition. */
  readonly is: 'requested' | 'issued' | 'sent' | 'delivered' | 'closed';
  readonly concluded: CaseConcludedV1;
  readonly issuedOn: string | null;
  /** The last day before the decision has legal effect; `null` before there is one. */
  readonly inForceAfter: string | null;
  readonly sentOn: string | null;
  readonly method: SendingMethod | null;
  /** Addressees that there are in this case, beside those that there always are. */
  readonly others: readonly Addressee[];
  readonly sendings: readonly Sending[];
  readonly publication: Publication;
  /** What each person wrote on that day. */
  readonly today: PerDay;
  readonly clocks: OpenClocks;
  /** Days that wait for a second person, oldest first. */
  readonly waiting: readonly WaitingDay[];
  /** Rules that ended on a day of which another one waits. */
  readonly unsettled: readonly string[];
}
export type CaseState = { readonly is: 'unknown' } | Requested;

/** Which one a sending is that is recorded now. */
export const nextSending = ({ sendings }: Pick<Requested, 'sendings'>): number =>
  sendings.length + 1;

/** The earliest day on which it was ever said to have been received. */
export const keptSinceOf = ({
  keptSince,
  receivedOn,
}: Pick<CaseConcludedV1, 'keptSince' | 'receivedOn'>): string => keptSince ?? receivedOn;

export const ofCase = ({ concluded: { case: number, petitions, unit } }: Requested) => ({
  case: number,
  petitions,
  unit,
});

/** Closed, and nothing is owed to the public again. */
export const isDone = ({ is, publication }: Pick<Requested, 'is' | 'publication'>): boolean =>
  is === 'closed' && !publication.isOwedAgain;

export function expectState(
  state: Requested,
  expected: Requested['is'],
  refuse: Refusal<'NOT_THE_TIME_FOR_THIS'>,
): void {
  if (state.is !== expected) throw refuse('NOT_THE_TIME_FOR_THIS', { state: state.is, expected });
}

/** Neither before what it follows nor in the future. */
export function expectBetween(
  earliest: string | null,
  date: string,
  today: string,
  field: string,
  refuse: Refusal<'DATE_IN_FUTURE' | 'DATE_TOO_EARLY'>,
): void {
  if (date > today) throw refuse('DATE_IN_FUTURE', { field });
  if (earliest !== null && date < earliest) throw refuse('DATE_TOO_EARLY', { field, earliest });
}
