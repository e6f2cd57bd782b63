import { NOTES_A_DAY, boundPerDay } from '@minh-bach/contracts';
import type { CaseEvent } from './case.events.ts';

/**
 * More than work asks for, of one person in one case. A new draft and what is recorded while one awaits
 * approval make stale what the head judges. All of it is opened by each reader of the page.
 */
export const perDay = boundPerDay<CaseEvent['type']>(
  new Map([
    ['NoteAdded', NOTES_A_DAY],
    ['ConclusionProposed', 20],
    ['EvidenceRecorded', 50],
    ['ExplanationRecorded', 20],
    ['ItemWithdrawn', 20],
    ['CaseAssigned', 20],
    ['GuidanceRequested', 5],
    ['GuidanceGiven', 5],
    ['RelationDeclared', 10],
    ['AssignmentDeclined', 5],
    ['RelationDismissed', 10],
  ]),
);
