import {
  NOTES_A_DAY,
  boundPerDay,
  refusalsOf,
  settlePetition,
  type PerDay,
} from '@minh-bach/contracts';
import { localDate, type Actor } from '@minh-bach/kernel';
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

const declinedOf = (type: string, proposer: string) => `${type} of ${proposer} declined by `;

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
  const { day, counts } = perDay.uncounted(today, { type }, proposer, at);
  const by = declinedOf(type, proposer.person) + actor.person;
  return { day, counts: { ...counts, [by]: 1 } };
}

/**
 * One proposal waits at a time, and each person declines three a day. Whom two people declined therefore
 * waits until the next day: else that one alone would keep the place from all others.
 *
 * @throws DomainError `DECLINED_BY_TWO`
 */
export function refuseTwiceDeclined(
  { day, counts }: PerDay,
  events: readonly PetitionEvent[],
  { person }: Actor,
  now: string,
): void {
  if (day !== localDate(now)) return;
  for (const { type } of events) {
    const declined = declinedOf(type, person);
    const people = Object.keys(counts).filter((key) => key.startsWith(declined));
    if (people.length > 1) throw refusalsOf(settlePetition)('DECLINED_BY_TWO');
  }
}
