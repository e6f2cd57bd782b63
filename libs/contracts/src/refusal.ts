import { DomainError } from '@minh-bach/kernel';
import type { CommandDefinition } from './commands/define-command.ts';
import type { RefusalCode } from './problems/index.ts';

type Details = Readonly<Record<string, unknown>>;

/** Makes the error for one of these codes. One that knows more codes also serves where fewer are needed. */
export type Refusal<Code extends RefusalCode> = (code: Code, details?: Details) => DomainError;

/** `throw refusal('CASE_UNKNOWN')`: a code that the vocabulary lacks does not compile. */
export const refusal = (code: RefusalCode | 'NOT_FOUND', details?: Details): DomainError =>
  new DomainError(code, details);

/**
 * The refusals that a command declares: `throw refuse('…')` of another code does not compile, and where a
 * cast let it through it is a fault, not an answer.
 */
export const refusalsOf =
  <Code extends RefusalCode>({
    name,
    refusals,
  }: Pick<CommandDefinition<null, Code>, 'name' | 'refusals'>): Refusal<Code> =>
  (code, details) =>
    refusals.includes(code)
      ? refusal(code, details)
      : new DomainError('UNDECLARED_REFUSAL', { command: name, code });
