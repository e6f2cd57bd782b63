import {
  areOneWill,
  boundPerDay,
  countedWithDeclined,
  isAnothers,
  isDeclinedByTwo,
  proposeReceiptDate,
  refusalsOf,
  willOf,
  type PerDay,
} from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import type { CorrectionEvent, PendingReceipt } from './correct-receipt.ts';

/** After three of what others proposed it is another person's turn to decline: of the unit, or of one above. */
export const correctionsPerDay = boundPerDay<CorrectionEvent['type']>(
  new Map([
    ['ReceiptCorrectionProposed', 5],
    ['ReceiptCorrectionDeclined', 3],
    ['SenderCorrected', 5],
  ]),
);

const DECLINED = 'ReceiptCorrectionDeclined';
const BY_DAY = {
  bound: correctionsPerDay,
  proposals: { [DECLINED]: 'ReceiptCorrectionProposed' },
} as const;

interface Before {
  readonly correction: PendingReceipt | null;
  readonly today: PerDay;
}

const declinesAnothers = ({ correction }: Before, actor: Actor): boolean =>
  correction !== null && isAnothers(correction, actor);

const isBounded = (before: Before, { type }: CorrectionEvent, actor: Actor): boolean =>
  type !== DECLINED || declinesAnothers(before, actor);

export function countedToday(
  before: Before,
  event: CorrectionEvent,
  by: { readonly actor: Actor; readonly recordedAt: string },
): PerDay {
  const { correction: waiting, today } = before;
  if (!isBounded(before, event, by.actor)) return today;
  return countedWithDeclined(BY_DAY, { today, waiting }, event, by);
}

/** @throws DomainError `TOO_OFTEN_TODAY`, `DECLINED_BY_TWO` */
export function refuseTooOften(
  before: Before,
  event: CorrectionEvent,
  { actor, now }: { readonly actor: Actor; readonly now: string },
): void {
  const refuse = refusalsOf(proposeReceiptDate);
  if (isBounded(before, event, actor))
    correctionsPerDay.refuseTooOften(before.today, [event], { actor, now }, refuse);
  if (isDeclinedByTwo(before.today, event.type, actor, now)) throw refuse('DECLINED_BY_TWO');
}

/** Whether this person may decline it no more today. */
export const hasDeclinedEnough = (before: Before, actor: Actor, now: Date): boolean =>
  declinesAnothers(before, actor) &&
  areOneWill(correctionsPerDay.spent(before.today, { type: DECLINED }, now), willOf(actor));
