import { NOTES_A_DAY, boundPerDay } from '@minh-bach/contracts';
import type { CaseEvent } from './case.events.ts';

/** Explanations, evidence and drafts are the assignee's work alone: they have no bound. */
export const perDay = boundPerDay<CaseEvent['type']>(new Map([['NoteAdded', NOTES_A_DAY]]));
