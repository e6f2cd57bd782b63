import { localDate } from '@minh-bach/kernel';
import { areOneWill, willOf, type Acting, type Will } from './one-will.ts';
import type { PerDay } from './per-day.ts';

const declinedOf = (type: string, proposer: string) => `${type} of ${proposer} declined by `;

/** All who declined what this one proposed that day, each with whom they acted for. */
function whoDeclined(counts: PerDay['counts'], type: string, proposer: string): Will[] {
  const declined = declinedOf(type, proposer);
  const keys = Object.keys(counts).filter((key) => key.startsWith(declined));
  return keys.map((key) => key.slice(declined.length).split(' '));
}

/** Keeps beside the counts of a day who declined whose proposal. @param type of the proposal */
export function withDeclined(
  { day, counts }: PerDay,
  type: string,
  proposer: Acting,
  by: Acting,
): PerDay {
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
