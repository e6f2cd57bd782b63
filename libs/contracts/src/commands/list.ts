import type { PageCommand } from './define-command.ts';
import { INTAKE_COMMANDS } from './intake/index.ts';
import { INVESTIGATION_COMMANDS } from './investigation/index.ts';
import { RESPONSE_COMMANDS } from './response/index.ts';
import { TRIAGE_COMMANDS } from './triage/index.ts';

/** Every command of a petition or a case: its page may offer it. */
export const PAGE_COMMANDS: readonly PageCommand[] = [
  ...INTAKE_COMMANDS,
  ...TRIAGE_COMMANDS,
  ...INVESTIGATION_COMMANDS,
  ...RESPONSE_COMMANDS,
];
