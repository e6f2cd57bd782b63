import {
  NOTES_A_DAY,
  areOneWill,
  boundPerDay,
  isDeclinedByTwo,
  refusalsOf,
  settlePetition,
  willOf,
  withDeclined,
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

/** What each of these declines. */
const PROPOSALS = {
  ReclassificationDeclined: 'ReclassificationProposed',
  SettlementDeclined: 'SettlementProposed',
} as const;
type Declined = Extract<PetitionEvent, { type: keyof typeof PROPOSALS }>;
const declines = (event: PetitionEvent): event is Declined => event.type in PROPOSALS;

type Before = Pick<Taken, 'proposed' | 'today'>;

/**
 * A call is not, nor is what a second person confirmed, of which the proposals are bounded. Proposers, and
 * who is one will with them, take back their own as often as they propose.
 */
export function isBounded({ proposed }: Before, event: PetitionEvent, actor: Actor): boolean {
  if (declines(event)) return !proposed || !areOneWill(willOf(proposed.proposer), willOf(actor));
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

/**
 * What another person declined uses up no proposal: else that person alone would use up all. Who declined
 * what is kept beside, for `refuseTwiceDeclined`.
 */
export function countedToday(
  before: Before,
  event: PetitionEvent,
  { actor, recordedAt }: { readonly actor: Actor; readonly recordedAt: string },
): PerDay {
  if (!isBounded(before, event, actor)) return before.today;
  const today = perDay.counted(before.today, event, actor, recordedAt);
  const { proposed } = before;
  if (!declines(event) || proposed === null) return today;
  const type = PROPOSALS[event.type];
  const { proposer, at } = proposed;
  return withDeclined(perDay.uncounted(today, { type }, proposer, at), type, proposer, actor);
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
