import { appointDeputySchema, entryAnswerSchema } from '@minh-bach/contracts';
import { DomainError } from '@minh-bach/kernel';
import {
  Allow,
  Command,
  Operation,
  ServiceRuntime,
  answer,
  words,
  type RequestContext,
} from '@minh-bach/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { AppointDeputyCommand } from './appoint-deputy.handler.ts';

/**
 * A head lets someone act in his post for a time; an administrator may do it for anyone but himself.
 * The same again with an earlier last day ends it early.
 */
@Controller('directory/deputies')
export class AppointDeputyController {
  constructor(
    private readonly commands: CommandBus,
    private readonly service: ServiceRuntime,
  ) {}

  @Post()
  @Allow('directory.appoint-deputy')
  @Operation({
    summary: words('Cử người thay thế trong một thời gian', 'Appoints a deputy for a time'),
    answer: entryAnswerSchema,
    problems: [
      'POST_NOT_YOURS',
      'NOT_FOR_ONESELF',
      'DEPUTY_BACKDATED',
      'DEPUTY_UNKNOWN',
      'PERIOD_BACKWARDS',
    ],
  })
  async appoint(
    @Body({ schema: appointDeputySchema }) body: z.infer<typeof appointDeputySchema>,
    @Command() context: RequestContext,
  ) {
    const holder = await this.#holder(body, context);
    if (!(await this.service.organisation.names([body.deputy])).has(body.deputy))
      throw new DomainError('DEPUTY_UNKNOWN');
    const entry = {
      kind: 'deputy' as const,
      id: `${body.post}.${body.deputy}.${body.from}`,
      ...body,
      ...(holder === null ? {} : { holder }),
      revoked: false,
    };
    const outcome = await this.commands.execute(new AppointDeputyCommand(entry, context));
    return answer(
      { id: entry.id, revision: outcome.revision, position: outcome.position ?? null },
      outcome,
    );
  }

  /** Whom the deputy acts for. A head speaks for his own post only, and a deputy passes nothing on. */
  async #holder(
    { post, from }: z.infer<typeof appointDeputySchema>,
    { actor }: RequestContext,
  ): Promise<string | null> {
    const { organisation } = this.service;
    if (actor.role === 'administrator') return organisation.holderOf(post, from);
    const own = await organisation.postsOf(actor.person);
    if (!own.some((held) => held.post === post && held.deputyFor === undefined))
      throw new DomainError('POST_NOT_YOURS');
    return actor.person;
  }
}
