import type { CommandDefinition } from './define-command.ts';
import * as investigation from './investigation/index.ts';
import * as response from './response/index.ts';
import * as triage from './triage/index.ts';

/** Every command that is declared, in the order in which a page offers its actions. */
export const COMMANDS: readonly CommandDefinition[] = [
  triage.classifyPetition,
  triage.confirmDecision,
  triage.declineDecision,
  triage.acceptPetition,
  triage.settlePetition,
  triage.callDenunciation,
  triage.correctRespondents,
  triage.addPetitionNote,
  investigation.approveConclusion,
  investigation.returnConclusion,
  investigation.assignCase,
  investigation.recordExplanation,
  investigation.recordEvidence,
  investigation.proposeConclusion,
  investigation.addCaseNote,
  response.issueDecision,
  response.sendDecision,
  response.recordDelivery,
  response.closeCase,
];
