import { NOTES_A_DAY, boundPerDay } from '@minh-bach/contracts';
import type { PetitionEvent } from './petition.events.ts';

/**
 * More than work asks for. Each of these makes stale what others decide at the same time, or is opened by
 * each reader. Calling a petition a denunciation is never refused by it.
 */
export const perDay = boundPerDay<PetitionEvent['type']>(
  new Map([
    ['RespondentsCorrected', 20],
    ['ReclassificationProposed', 10],
    ['SettlementProposed', 10],
    ['NoteAdded', NOTES_A_DAY],
  ]),
);
