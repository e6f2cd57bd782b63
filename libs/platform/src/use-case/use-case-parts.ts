import {
  bodySchemaOf,
  caseNumberSchema,
  petitionNumberSchema,
  proposalIdSchema,
  type CommandDefinition,
} from '@minh-bach/contracts';
import { Body, Controller, HttpCode, Inject, Param, Post, type Type } from '@nestjs/common';
import { Command as BusCommand, CommandBus, CommandHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Allow, Command, Operation, MODE } from '@minh-bach/http';
import type { RequestContext, Mode } from '@minh-bach/http';
import { ServiceRuntime } from '../service/service-runtime.ts';
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
  const { status = 200, ifMatch = false, body: shape } = definition;
  const named = namedIn(definition);

  class AskedFor extends BusCommand<unknown> {
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

    async execute({ number, body, context }: AskedFor): Promise<unknown> {
      const { service } = this;
      const { action } = definition;
      try {
        return useCase.answerOf(await useCase.run({ service, action, number, body, context }));
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
      ...(typeof useCase.answer === 'string'
        ? { produces: useCase.answer }
        : { answer: useCase.answer }),
      status,
      problems: definition.refusals,
    })
    ask(
      @(named ? Param(named.parameter, { schema: named.schema }) : NOTHING) number = '',
      @(shape === null ? NOTHING : Body({ schema: bodySchemaOf({ body: shape }) })) body: never,
      @Command(ifMatch ? { ifMatch } : {}) context: RequestContext,
    ): Promise<unknown> {
      return this.commands.execute(new AskedFor(number, body, context));
    }
  }

  return { controller: UseCaseController, handler: UseCaseHandler };
}

const operationIdOf = ({ name }: CommandDefinition): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const NOTHING: ParameterDecorator = () => undefined;

/** What a route may name, by the word before it. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  petitions: petitionNumberSchema,
  denunciations: petitionNumberSchema,
  cases: caseNumberSchema,
  proposals: proposalIdSchema,
};

/** One of another sort stays without a check: the app does not start with it. */
function namedIn({ route }: CommandDefinition) {
  const [, sort = '', parameter = ''] = /([^/]+)\/:(\w+)/.exec(route) ?? [];
  const schema = NAMED[sort];
  return schema && { parameter, schema };
}
