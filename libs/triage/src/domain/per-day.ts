import { NOTES_A_DAY, boundPerDay, type PerDay } from '@minh-bach/contracts';
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
 * A call is not, nor is what a second person confirmed, of which the proposals are bounded. Proposers take
 * back their own as often as they propose.
 */
export function isBounded({ proposed }: Before, event: PetitionEvent, actor: Actor): boolean {
  if (declines(event)) return proposed?.proposer.person !== actor.person;
  if (event.type !== 'PetitionClassified') return true;
  const { proposedBy, kind, before } = event.data;
  return proposedBy === undefined && (kind !== 'denunciation' || before === 'denunciation');
}

/** What another person declined uses up no proposal: else that person alone would use up all. */
export function countedToday(
  before: Before,
  event: PetitionEvent,
  { actor, recordedAt }: { readonly actor: Actor; readonly recordedAt: string },
): PerDay {
  if (!isBounded(before, event, actor)) return before.today;
  const today = perDay.counted(before.today, event, actor, recordedAt);
  const { proposed } = before;
  if (!declines(event) || proposed === null) return today;
  return perDay.uncounted(today, { type: PROPOSALS[event.type] }, proposed.proposer, proposed.at);
}
