import { acceptPetition } from './accept-petition.ts';
import { addPetitionNote } from './add-petition-note.ts';
import { confirmDecision, declineDecision } from './answer-decision.ts';
import { callDenunciation } from './call-denunciation.ts';
import { classifyPetition } from './classify-petition.ts';
import { correctRespondents } from './correct-respondents.ts';
import { mergePetition, unmergePetition } from './merge-petition.ts';
import { reportDelay } from './report-delay.ts';
import { settlePetition } from './settle-petition.ts';
import { strikeNames } from './strike-names.ts';
import { urgeLowerUnit } from './urge-lower-unit.ts';

export * from './accept-petition.ts';
export * from './add-petition-note.ts';
export * from './answer-decision.ts';
export * from './call-denunciation.ts';
export * from './classify-petition.ts';
export * from './correct-respondents.ts';
export * from './merge-petition.ts';
export * from './report-delay.ts';
export * from './settle-petition.ts';
export * from './strike-names.ts';
export * from './urge-lower-unit.ts';

/** In the order in which a page offers them. */
export const TRIAGE_COMMANDS = [
  classifyPetition,
  confirmDecision,
  declineDecision,
  acceptPetition,
  settlePetition,
  mergePetition,
  unmergePetition,
  urgeLowerUnit,
  reportDelay,
  callDenunciation,
  correctRespondents,
  strikeNames,
  addPetitionNote,
];
