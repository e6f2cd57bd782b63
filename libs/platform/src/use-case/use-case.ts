import {
  commandAnswerSchema,
  isRefusal,
  type Action,
  type BodyOf,
  type CommandDefinition,
} from '@minh-bach/contracts';
import type { RequestContext } from '@minh-bach/http';
import { answer, SAME_AS_NOT_FOUND } from '@minh-bach/http';
import { DomainError, isDomainError, type DomainEvent } from '@minh-bach/kernel';
import type { z } from 'zod';
import { commandAnswerOf, type CommandOutcome } from '../commands/command-run.ts';
import type { ServiceRuntime } from '../service/service-runtime.ts';

/** A command as it enters a service: who asks for what, and where it runs. */
export interface Asked<D extends CommandDefinition = CommandDefinition> {
  readonly service: ServiceRuntime;
  /** The right by which the guard let it in. */
  readonly action: Action;
  /** What the route names: a petition's or a case's number, a proposal's id; '' where it names nothing. */
  readonly number: string;
  readonly body: BodyOf<D>;
  readonly context: RequestContext;
}

type Outcome = Pick<CommandOutcome<unknown, DomainEvent>, 'revision' | 'position'>;

interface Answers<O> {
  readonly schema: z.ZodType;
  readonly of: (outcome: O) => object;
}

/** What the server does for a command of the contract: the only part that is not declared there. */
export interface UseCase<D extends CommandDefinition = CommandDefinition, O = unknown> {
  readonly definition: D;
  /** Shape of the answer; its media type, where it is bytes. */
  readonly answer: z.ZodType | string;
  run(asked: Asked<D>): Promise<O>;
  /** As the door sends it. */
  answerOf(outcome: O): unknown;
}

/** @param answers where a client is told more than revision and position */
export const useCase = <const D extends CommandDefinition, O extends Outcome>(
  definition: D,
  run: (asked: Asked<NoInfer<D>>) => Promise<O>,
  answers?: Answers<O>,
): UseCase<D, O> => ({
  definition,
  answer: answers?.schema ?? commandAnswerSchema,
  run,
  answerOf: (outcome) => answer({ ...answers?.of(outcome), ...commandAnswerOf(outcome) }, outcome),
});

/** For a command that answers with what it opened, and not with where it stands in the log. */
export const openingCase = <const D extends CommandDefinition, O extends object>(
  definition: D,
  answer: UseCase['answer'],
  run: (asked: Asked<NoInfer<D>>) => Promise<O>,
): UseCase<D, O> => ({ definition, answer, run, answerOf: (opened) => opened });

/**
 * What the compiler cannot see of a command: a refusal that comes from a handler or from below it. In
 * tests one that the contract does not declare is a fault of the product, not an answer.
 *
 * @throws DomainError `UNDECLARED_REFUSAL`
 */
export function refuseUndeclared({ name, refusals }: CommandDefinition, error: unknown): void {
  if (!isDomainError(error) || !isRefusal(error.code)) return;
  const { code } = error;
  if (refusals.includes(code) || SAME_AS_NOT_FOUND.includes(code)) return;
  throw new DomainError('UNDECLARED_REFUSAL', { command: name, code }, { cause: error });
}
