import { appointDeputy, revokeDeputy } from './appoint-deputy.ts';
import { confirmProposal, declineProposal } from './decide-proposal.ts';
import { recordEntry } from './record-entry.ts';

export * from './appoint-deputy.ts';
export * from './decide-proposal.ts';
export * from './record-entry.ts';

export const DIRECTORY_COMMANDS = [
  recordEntry,
  appointDeputy,
  revokeDeputy,
  confirmProposal,
  declineProposal,
];
