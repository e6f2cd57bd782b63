import {
  areOneWill,
  boundPerDay,
  isDeclinedByTwo,
  proposeReceiptDate,
  refusalsOf,
  willOf,
  withDeclined,
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

interface Before {
  readonly correction: PendingReceipt | null;
  readonly today: PerDay;
}

/** Proposers, and who is one will with them, take back their own as often as they propose. */
export const isAnothers = ({ correction }: Before, actor: Actor): boolean =>
  correction !== null && !areOneWill(willOf(correction.proposer), willOf(actor));

const PROPOSED = 'ReceiptCorrectionProposed';
const DECLINED = 'ReceiptCorrectionDeclined';

/** What another person declined uses up no proposal: else that person alone would use up all. */
export function countedToday(
  before: Before,
  event: CorrectionEvent,
  { actor, recordedAt }: { readonly actor: Actor; readonly recordedAt: string },
): PerDay {
  const { correction, today } = before;
  if (event.type !== DECLINED) return correctionsPerDay.counted(today, event, actor, recordedAt);
  if (!correction || !isAnothers(before, actor)) return today;
  const counted = correctionsPerDay.counted(today, event, actor, recordedAt);
  const { proposer, at } = correction;
  const less = correctionsPerDay.uncounted(counted, { type: PROPOSED }, proposer, at);
  return withDeclined(less, PROPOSED, proposer, actor);
}

/** @throws DomainError `TOO_OFTEN_TODAY`, `DECLINED_BY_TWO` */
export function refuseTooOften(
  before: Before,
  event: CorrectionEvent,
  { actor, now }: { readonly actor: Actor; readonly now: string },
): void {
  const refuse = refusalsOf(proposeReceiptDate);
  if (event.type !== DECLINED || isAnothers(before, actor))
    correctionsPerDay.refuseTooOften(before.today, [event], { actor, now }, refuse);
  if (event.type === PROPOSED && isDeclinedByTwo(before.today, PROPOSED, actor, now))
    throw refuse('DECLINED_BY_TWO');
}

/** Whether this person may decline it no more today. */
export const hasDeclinedEnough = (before: Before, actor: Actor, now: Date): boolean =>
  isAnothers(before, actor) &&
  areOneWill(correctionsPerDay.spent(before.today, { type: DECLINED }, now), willOf(actor));
