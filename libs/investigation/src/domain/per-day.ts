import { NOTES_A_DAY, boundPerDay } from '@minh-bach/contracts';
import type { CaseEvent } from './case.events.ts';

/** A new draft makes stale what the head judges. Explanations and evidence make nothing stale. */
export const perDay = boundPerDay<CaseEvent['type']>(
  new Map([
    ['NoteAdded', NOTES_A_DAY],
    ['ConclusionProposed', 20],
  ]),
);
