import { localDate } from '@minh-bach/kernel';
import { areOneWill, willOf, type Acting, type Will } from './one-will.ts';
import type { BoundPerDay, PerDay } from './per-day.ts';

/** What waits for a second person. */
interface Waiting {
  readonly proposer: Acting;
  /** ISO instant. */
  readonly at: string;
}

interface ByDay<Type extends string> {
  readonly bound: BoundPerDay<Type>;
  /** By the type of event that declines one. */
  readonly proposals: Readonly<Partial<Record<Type, Type>>>;
}

/** Proposers, and who is one will with them, take back their own as often as they propose. */
export const isAnothers = ({ proposer }: Waiting, actor: Acting): boolean =>
  !areOneWill(willOf(proposer), willOf(actor));

/**
 * The counts after an event. What another person declined uses up no proposal: else that person alone would
 * use up all. Who declined what is kept beside, for `isDeclinedByTwo`. An internal rule (`policy_default`):
 * no law bounds how often somebody proposes or declines.
 *
 * @param event one that is bounded: to take back one's own is not
 */
export function countedWithDeclined<Type extends string>(
  { bound, proposals }: ByDay<Type>,
  { today, waiting }: { readonly today: PerDay; readonly waiting: Waiting | null },
  event: { readonly type: Type },
  { actor, recordedAt }: { readonly actor: Acting; readonly recordedAt: string },
): PerDay {
  const counted = bound.counted(today, event, actor, recordedAt);
  const type = proposals[event.type];
  if (type === undefined || waiting === null) return counted;
  const { proposer, at } = waiting;
  return withDeclined(bound.uncounted(counted, { type }, proposer, at), type, proposer, actor);
}

const declinedOf = (type: string, proposer: string) => `${type} of ${proposer} declined by `;

/** All who declined what this one proposed that day, each with whom they acted for. */
function whoDeclined(counts: PerDay['counts'], type: string, proposer: string): Will[] {
  const declined = declinedOf(type, proposer);
  const keys = Object.keys(counts).filter((key) => key.startsWith(declined));
  return keys.map((key) => key.slice(declined.length).split(' '));
}

/** Keeps beside the counts of a day who declined whose proposal. @param type of the proposal */
function withDeclined({ day, counts }: PerDay, type: string, proposer: Acting, by: Acting): PerDay {
  const who = willOf(by).join(' ');
  const declined = willOf(proposer).map((one) => [declinedOf(type, one) + who, 1] as const);
  return { day, counts: { ...counts, ...Object.fromEntries(declined) } };
}

/**
 * One proposal waits at a time, and each person declines few a day. Whom two people declined therefore waits
 * until the next day: else that one alone would keep the place from all others. Deputies are one with the head
 * for whom they act: they neither decline in the head's stead, nor propose.
 *
 * @param type of the proposal
 * @param now ISO instant
 */
export function isDeclinedByTwo(
  { day, counts }: PerDay,
  type: string,
  proposer: Acting,
  now: string,
): boolean {
  if (day !== localDate(now)) return false;
  const wills = willOf(proposer).flatMap((who) => whoDeclined(counts, type, who));
  return wills.some((one) => wills.some((other) => !areOneWill(one, other)));
}
