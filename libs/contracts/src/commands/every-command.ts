import type { CommandDefinition } from './define-command.ts';
import { DIRECTORY_COMMANDS } from './directory/index.ts';
import { registerPetition } from './intake/register-petition.ts';
import { PAGE_COMMANDS } from './list.ts';

/** Every command that is declared. */
export const COMMANDS: readonly CommandDefinition[] = [
  ...DIRECTORY_COMMANDS,
  registerPetition,
  ...PAGE_COMMANDS,
];
