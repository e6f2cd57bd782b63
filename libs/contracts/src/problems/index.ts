import type { Problems } from './define-problems.ts';
import { DIRECTORY_PROBLEMS } from './directory.problems.ts';
import { ENGINE_PROBLEMS } from './engine.problems.ts';
import { HTTP_PROBLEMS } from './http.problems.ts';
import { INTAKE_PROBLEMS } from './intake.problems.ts';
import { INVESTIGATION_PROBLEMS } from './investigation.problems.ts';
import { MERGE_PROBLEMS } from './merge.problems.ts';
import { RESPONSE_PROBLEMS } from './response.problems.ts';
import { SHARED_PROBLEMS } from './shared.problems.ts';
import { TRIAGE_PROBLEMS } from './triage.problems.ts';
import { URGING_PROBLEMS } from './urging.problems.ts';

export * from './define-problems.ts';
export { ENGINE_PROBLEMS } from './engine.problems.ts';
export { HTTP_PROBLEMS } from './http.problems.ts';

/** What the contexts refuse: a use case declares which of them are its own. */
const REFUSALS = {
  ...SHARED_PROBLEMS,
  ...DIRECTORY_PROBLEMS,
  ...INTAKE_PROBLEMS,
  ...TRIAGE_PROBLEMS,
  ...MERGE_PROBLEMS,
  ...URGING_PROBLEMS,
  ...INVESTIGATION_PROBLEMS,
  ...RESPONSE_PROBLEMS,
};

export type RefusalCode = keyof typeof REFUSALS;

/** A code that a use case has to declare before it refuses with it. */
export const isRefusal = (code: string): code is RefusalCode => Object.hasOwn(REFUSALS, code);

/** The one vocabulary, in parts: every code that may reach a person, in both languages. */
export const PROBLEMS: readonly Problems[] = [
  HTTP_PROBLEMS,
  ENGINE_PROBLEMS,
  SHARED_PROBLEMS,
  DIRECTORY_PROBLEMS,
  INTAKE_PROBLEMS,
  TRIAGE_PROBLEMS,
  MERGE_PROBLEMS,
  URGING_PROBLEMS,
  INVESTIGATION_PROBLEMS,
  RESPONSE_PROBLEMS,
];
