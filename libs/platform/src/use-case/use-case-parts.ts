import {
  bodySchemaOf,
  caseNumberSchema,
  petitionNumberSchema,
  type CommandDefinition,
} from '@minh-bach/contracts';
import { Body, Controller, HttpCode, Inject, Param, Post, type Type } from '@nestjs/common';
import { Command as BusCommand, CommandBus, CommandHandler } from '@nestjs/cqrs';
import { Allow } from '../auth/access.ts';
import type { RequestContext } from '../commands/request-context.ts';
import type { Mode } from '../configuration/mode.ts';
import { answer, type Answer } from '../http/answer.ts';
import { Command } from '../http/command.ts';
import { Operation } from '../http/operation.ts';
import { ServiceRuntime } from '../service/service-runtime.ts';
import { MODE } from '../tokens.ts';
import { refuseUndeclared, type UseCase } from './use-case.ts';

/** What Nest takes to serve a service's commands. */
export interface UseCaseParts {
  readonly controllers: Type[];
  readonly handlers: Type[];
}

/** The one loop that turns use cases into routes and handlers. */
export function partsOf(useCases: readonly UseCase[]): UseCaseParts {
  const parts = useCases.map(partOf);
  return {
    controllers: parts.map(({ controller }) => controller),
    handlers: parts.map(({ handler }) => handler),
  };
}

/** Its route, and its place on the command bus: whatever enters, enters there. */
function partOf(useCase: UseCase): { controller: Type; handler: Type } {
  const { definition } = useCase;
  const { status = 200, ifMatch = false } = definition;

  class AskedFor extends BusCommand<Answer<object>> {
    constructor(
      readonly number: string,
      readonly body: never,
      readonly context: RequestContext,
    ) {
      super();
    }
  }

  @CommandHandler(AskedFor)
  class UseCaseHandler {
    constructor(
      private readonly service: ServiceRuntime,
      @Inject(MODE) private readonly mode: Mode,
    ) {}

    async execute({ number, body, context }: AskedFor): Promise<Answer<object>> {
      const { service } = this;
      const { action } = definition;
      try {
        const outcome = await useCase.run({ service, action, number, body, context });
        return answer(useCase.answerOf(outcome), outcome);
      } catch (error) {
        if (this.mode === 'test') refuseUndeclared(definition, error);
        throw error;
      }
    }
  }

  @Controller(definition.route)
  class UseCaseController {
    constructor(private readonly commands: CommandBus) {}

    @Post()
    @HttpCode(status)
    @Allow(definition.action)
    @Operation({
      id: operationIdOf(definition),
      summary: definition.summary,
      answer: useCase.answer,
      status,
      problems: definition.refusals,
    })
    ask(
      @Param('number', { schema: numberSchemaOf(definition) }) number: string,
      @Body({ schema: bodySchemaOf(definition) }) body: never,
      @Command(ifMatch ? { ifMatch } : {}) context: RequestContext,
    ): Promise<Answer<object>> {
      return this.commands.execute(new AskedFor(number, body, context));
    }
  }

  return { controller: UseCaseController, handler: UseCaseHandler };
}

const operationIdOf = ({ name }: CommandDefinition): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const numberSchemaOf = ({ route }: CommandDefinition) =>
  route.includes('/petitions/') ? petitionNumberSchema : caseNumberSchema;
