import { appointment, revocation } from './appoint-deputy/appoint-deputy.ts';
import { confirmation, declination } from './proposals/decide-proposal.ts';
import { recordedEntry } from './record-entry/record-entry.ts';

/** What people change in the directory. */
export const directoryCommands = [
  recordedEntry,
  appointment,
  revocation,
  confirmation,
  declination,
];
