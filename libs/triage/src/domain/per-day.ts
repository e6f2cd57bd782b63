import {
  NOTES_A_DAY,
  boundPerDay,
  countedWithDeclined,
  isAnothers,
  isDeclinedByTwo,
  refusalsOf,
  settlePetition,
  type Acting,
  type PerDay,
} from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import type { PetitionEvent } from './petition.events.ts';
import type { Taken } from './petition.state.ts';

/**
 * More than work asks for. Each of these makes stale what others decide at the same time, or is opened by
 * each reader. Calling a petition a denunciation is never refused by it.
 */
export const perDay = boundPerDay<PetitionEvent['type']>(
  new Map([
    ['PetitionClassified', 20],
    ['RespondentsCorrected', 20],
    ['ReclassificationProposed', 10],
    ['SettlementProposed', 10],
    ['ReclassificationDeclined', 3],
    ['SettlementDeclined', 3],
    ['PetitionMerged', 10],
    ['PetitionUnmerged', 10],
    ['DuplicateTakenIn', 20],
    ['NoteAdded', NOTES_A_DAY],
  ]),
);

const BY_DAY = {
  bound: perDay,
  proposals: {
    ReclassificationDeclined: 'ReclassificationProposed',
    SettlementDeclined: 'SettlementProposed',
  },
} as const;

type Before = Pick<Taken, 'proposed' | 'today'>;

/** A call is not, nor is what a second person confirmed, of which the proposals are bounded. */
export function isBounded({ proposed }: Before, event: PetitionEvent, actor: Actor): boolean {
  if (event.type in BY_DAY.proposals) return !proposed || isAnothers(proposed, actor);
  if (event.type === 'PetitionUnmerged') return event.data.because === undefined;
  if (event.type !== 'PetitionClassified') return true;
  const { proposedBy, kind, before } = event.data;
  return proposedBy === undefined && (kind !== 'denunciation' || before === 'denunciation');
}

/**
 * Who may decline no more of what waits, today: others answer it, at last the auditors. Else one person who
 * proposes again and again would have the place while one alone is left to decline.
 */
export function spentToday({ today, proposed }: Before, now: Date): Acting[] {
  if (proposed === null) return [];
  const type = proposed.what === 'settlement' ? 'SettlementDeclined' : 'ReclassificationDeclined';
  return perDay.spent(today, { type }, now).map((person) => ({ person }));
}

export function countedToday(
  before: Before,
  event: PetitionEvent,
  by: { readonly actor: Actor; readonly recordedAt: string },
): PerDay {
  const { proposed: waiting, today } = before;
  if (!isBounded(before, event, by.actor)) return today;
  return countedWithDeclined(BY_DAY, { today, waiting }, event, by);
}

/** @throws DomainError `DECLINED_BY_TWO` */
export function refuseTwiceDeclined(
  today: PerDay,
  events: readonly PetitionEvent[],
  actor: Acting,
  now: string,
): void {
  if (events.some(({ type }) => isDeclinedByTwo(today, type, actor, now)))
    throw refusalsOf(settlePetition)('DECLINED_BY_TWO');
}
