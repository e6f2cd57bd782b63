import { correctRespondents, refusalsOf } from '@minh-bach/contracts';
import { localDate, type Actor } from '@minh-bach/kernel';
import type { PetitionEvent } from './petition.events.ts';

/** What one person may write into one petition within a day: more than work asks for. */
const AT_MOST: ReadonlyMap<PetitionEvent['type'], number> = new Map([
  ['RespondentsCorrected', 20],
  ['ReclassificationProposed', 10],
  ['SettlementProposed', 10],
  ['NoteAdded', 50],
]);

/** How often each person did what is bounded, on the last day on which somebody did. */
export interface PerDay {
  readonly day: string;
  readonly counts: Readonly<Record<string, number>>;
}

export const NOTHING_YET: PerDay = { day: '', counts: {} };

const keyOf = (type: PetitionEvent['type'], { person }: Pick<Actor, 'person'>): string =>
  `${type} ${person}`;

/** @param at ISO instant */
export function counted(
  before: PerDay,
  { type }: PetitionEvent,
  actor: Pick<Actor, 'person'>,
  at: string,
): PerDay {
  if (!AT_MOST.has(type)) return before;
  const day = localDate(at);
  const counts = day === before.day ? before.counts : {};
  const key = keyOf(type, actor);
  return { day, counts: { ...counts, [key]: (counts[key] ?? 0) + 1 } };
}

/**
 * Each of these makes stale what others decide at the same time, or is opened by each reader. Calling a
 * petition a denunciation is never refused by it.
 *
 * @param now ISO instant
 */
export function refuseTooOften(
  { day, counts }: PerDay,
  events: readonly PetitionEvent[],
  actor: Pick<Actor, 'person'>,
  now: string,
): void {
  if (day !== localDate(now)) return;
  for (const { type } of events) {
    const atMost = AT_MOST.get(type);
    if (atMost !== undefined && (counts[keyOf(type, actor)] ?? 0) >= atMost)
      throw refusalsOf(correctRespondents)('TOO_OFTEN_TODAY', { atMost });
  }
}
