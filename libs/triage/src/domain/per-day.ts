import {
  NOTES_A_DAY,
  boundPerDay,
  refusalsOf,
  settlePetition,
  type PerDay,
  areOneWill,
  willOf,
  type Acting,
  type Will,
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
    ['PetitionMerged', 10],
    ['PetitionUnmerged', 10],
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

const declinedOf = (type: string, proposer: string) => `${type} of ${proposer} declined by `;

/** All who declined what this one proposed today, each with whom they acted for. */
const whoDeclined = (counts: PerDay['counts'], type: string, proposer: string): Will[] => {
  const declined = declinedOf(type, proposer);
  const keys = Object.keys(counts).filter((key) => key.startsWith(declined));
  return keys.map((key) => key.slice(declined.length).split(' '));
};

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
  const by = willOf(actor).join(' ');
  const declined = willOf(proposer).map((who) => [declinedOf(type, who) + by, 1] as const);
  return { day, counts: { ...counts, ...Object.fromEntries(declined) } };
}

/**
 * One proposal waits at a time, and each person declines three a day. Whom two people declined therefore
 * waits until the next day: else that one alone would keep the place from all others. Deputies are one with
 * the head for whom they act: they neither decline in the head's stead, nor propose.
 *
 * @throws DomainError `DECLINED_BY_TWO`
 */
export function refuseTwiceDeclined(
  { day, counts }: PerDay,
  events: readonly PetitionEvent[],
  actor: Acting,
  now: string,
): void {
  if (day !== localDate(now)) return;
  for (const { type } of events) {
    const wills = willOf(actor).flatMap((who) => whoDeclined(counts, type, who));
    if (wills.some((one) => wills.some((other) => !areOneWill(one, other))))
      throw refusalsOf(settlePetition)('DECLINED_BY_TWO');
  }
}
