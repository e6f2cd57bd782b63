import { deadlineBreached, delayReported } from '@minh-bach/contracts';
import type { EventOf } from '@minh-bach/kernel';
import {
  caseAssigned,
  caseReceived,
  decisionDayNoted,
  decisionNoted,
  receiptDateNoted,
} from './case-course.events.ts';
import {
  evidenceRecorded,
  explanationRecorded,
  itemWithdrawn,
  noteAdded,
} from './case-work.events.ts';
import { conclusionApproved, conclusionProposed, conclusionReturned } from './conclusion.events.ts';
import { guidanceGiven, guidanceRequested } from './guidance.ts';
import { assignmentDeclined, relationDeclared, relationDismissed } from './relation.events.ts';
import { lowerUnitUrged } from './urge.ts';

/** All that stands in the streams of cases here. */
export const caseEvents = [
  caseReceived,
  caseAssigned,
  relationDeclared,
  assignmentDeclined,
  relationDismissed,
  guidanceRequested,
  guidanceGiven,
  lowerUnitUrged,
  delayReported,
  noteAdded,
  explanationRecorded,
  evidenceRecorded,
  itemWithdrawn,
  conclusionProposed,
  conclusionReturned,
  conclusionApproved,
  decisionNoted,
  decisionDayNoted,
  receiptDateNoted,
  deadlineBreached,
] as const;

export type CaseEvent = EventOf<(typeof caseEvents)[number]>;
