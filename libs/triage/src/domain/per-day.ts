import { NOTES_A_DAY, boundPerDay } from '@minh-bach/contracts';
import type { PetitionEvent } from './petition.events.ts';

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
    ['NoteAdded', NOTES_A_DAY],
  ]),
);

/** A call is not; nor is what a second person confirmed, of which the proposals are bounded. */
export const isBounded = (event: PetitionEvent): boolean =>
  event.type !== 'PetitionClassified' ||
  (event.data.proposedBy === undefined &&
    (event.data.kind !== 'denunciation' || event.data.before === 'denunciation'));
