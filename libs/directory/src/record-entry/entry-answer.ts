import type { DirectoryEntryV1, entryAnswerSchema } from '@minh-bach/contracts';
import { answer } from '@minh-bach/platform';
import type { z } from 'zod';
import type { Changed } from '../change-directory/directory-changes.ts';

export const entryAnswer = ({ id }: DirectoryEntryV1, changed: Changed) => {
  const { revision, position = null, proposal } = changed;
  const body: z.infer<typeof entryAnswerSchema> = { id, revision, position, proposal };
  return answer(body, changed);
};

/** What every change of an entry may be refused for. */
export const CHANGE_PROBLEMS = [
  'PERIOD_BACKWARDS',
  'ENTRY_OF_ANOTHER_KIND',
  'NOT_FOR_ONESELF',
  'SUBJECT_TAKEN',
  'DUTIES_APART',
  'DEPUTATION_UNKNOWN',
  'DEPUTY_BACKDATED',
  'DEPUTY_TOO_LONG',
  'DEPUTY_NOT_FIT',
  'TOO_FEW_ADMINISTRATORS',
  'SECOND_ADMINISTRATOR_MISSING',
  'PROPOSALS_WAITING',
] as const;
