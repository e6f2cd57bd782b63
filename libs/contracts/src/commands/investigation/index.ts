import { addCaseNote } from './add-case-note.ts';
import { approveConclusion } from './approve-conclusion.ts';
import { assignCase } from './assign-case.ts';
import { askGuidance, giveGuidance } from './guidance.ts';
import { openCaseFile } from './open-case-file.ts';
import { proposeConclusion } from './propose-conclusion.ts';
import { declareRelation, declineAssignment, dismissRelation } from './relations.ts';
import { recordEvidence } from './record-evidence.ts';
import { recordExplanation } from './record-explanation.ts';
import { returnConclusion } from './return-conclusion.ts';
import { reportCaseDelay, urgeCase } from './urge-case.ts';
import { withdrawItem } from './withdraw-item.ts';

export * from './add-case-note.ts';
export * from './approve-conclusion.ts';
export * from './assign-case.ts';
export * from './guidance.ts';
export * from './open-case-file.ts';
export { FILES_AT_MOST, PAGES_AT_MOST } from './papers.ts';
export * from './propose-conclusion.ts';
export * from './record-evidence.ts';
export * from './record-explanation.ts';
export * from './relations.ts';
export * from './return-conclusion.ts';
export * from './urge-case.ts';
export * from './withdraw-item.ts';
export { mayOpenFiles, proposedDraft } from './of-case.ts';
export { folioRange } from './withdraw-item.ts';

/** In the order in which a page offers them. */
export const INVESTIGATION_COMMANDS = [
  approveConclusion,
  returnConclusion,
  assignCase,
  recordExplanation,
  recordEvidence,
  proposeConclusion,
  giveGuidance,
  askGuidance,
  urgeCase,
  reportCaseDelay,
  withdrawItem,
  openCaseFile,
  declineAssignment,
  declareRelation,
  dismissRelation,
  addCaseNote,
];
