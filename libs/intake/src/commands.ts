import {
  denouncerDisclosure,
  denunciationScanDisclosure,
  identityDisclosure,
  scanDisclosure,
} from './disclose-identity/disclose-identity.ts';
import { corrections } from './correct/correct.ts';
import { registration } from './register-petition/register-petition.ts';

/** What a person does with a petition at reception. */
export const intakeCommands = [
  registration,
  identityDisclosure,
  scanDisclosure,
  denouncerDisclosure,
  denunciationScanDisclosure,
  ...corrections,
];
