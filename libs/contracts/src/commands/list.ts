import type { CommandDefinition } from './define-command.ts';
import { INVESTIGATION_COMMANDS } from './investigation/index.ts';
import { RESPONSE_COMMANDS } from './response/index.ts';
import { TRIAGE_COMMANDS } from './triage/index.ts';

/** Every command that is declared. */
export const COMMANDS: readonly CommandDefinition[] = [
  ...TRIAGE_COMMANDS,
  ...INVESTIGATION_COMMANDS,
  ...RESPONSE_COMMANDS,
];
