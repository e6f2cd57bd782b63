import {
  appointDeputySchema,
  entryAnswerSchema,
  revokeDeputySchema,
  type DeputyEntry,
} from '@minh-bach/contracts';
import { DomainError } from '@minh-bach/kernel';
import {
  Allow,
  Command,
  DeputyRow,
  Operation,
  ServiceRuntime,
  words,
  type RequestContext,
} from '@minh-bach/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { IsNull } from 'typeorm';
import type { z } from 'zod';
import { CHANGE_PROBLEMS, entryAnswer } from '../record-entry/entry-answer.ts';
import { RecordEntryCommand } from '../record-entry/record-entry.handler.ts';

const PROBLEMS = [...CHANGE_PROBLEMS, 'POST_NOT_YOURS', 'DEPUTY_UNKNOWN', 'DEPUTY_OF_ANOTHER_UNIT'];

type Appointment = z.infer<typeof appointDeputySchema>;
type Revocation = z.infer<typeof revokeDeputySchema>;

/**
 * A head lets someone of the unit act in the own post for a time; for other posts and other people an
 * administrator proposes it.
 * The same again with an earlier last day ends it early; a revocation ends it at once.
 */
@Controller('directory')
export class AppointDeputyController {
  constructor(
    private readonly commands: CommandBus,
    private readonly service: ServiceRuntime,
  ) {}

  @Post('deputies')
  @Allow('directory.appoint-deputy')
  @Operation({
    summary: words('Cử người thay thế trong một thời gian', 'Appoints a deputy for a time'),
    answer: entryAnswerSchema,
    problems: PROBLEMS,
  })
  async appoint(
    @Body({ schema: appointDeputySchema }) body: Appointment,
    @Command() context: RequestContext,
  ) {
    const holder = await this.#holder(body, context);
    if (!(await this.service.organisation.names([body.deputy])).has(body.deputy))
      throw new DomainError('DEPUTY_UNKNOWN');
    const who = holder === null ? {} : { holder };
    return this.#change({ ...newEntry(body), ...body, ...who, revoked: false }, context);
  }

  @Post('deputy-revocations')
  @Allow('directory.appoint-deputy')
  @Operation({
    summary: words('Chấm dứt ngay việc thay thế', 'Ends a deputation at once'),
    answer: entryAnswerSchema,
    problems: PROBLEMS,
  })
  async revoke(
    @Body({ schema: revokeDeputySchema }) body: Revocation,
    @Command() context: RequestContext,
  ) {
    await this.#holder(body, context);
    const known = await this.service.rights.dataSource.getRepository(DeputyRow).findOneBy({
      post: body.post,
      deputy: body.deputy,
      from: body.from,
      revokedFrom: IsNull(),
    });
    const { id } = known ?? newEntry(body);
    return this.#change({ kind: 'deputy', ...body, id, to: body.from, revoked: true }, context);
  }

  async #change(entry: DeputyEntry, context: RequestContext) {
    return entryAnswer(entry, await this.commands.execute(new RecordEntryCommand(entry, context)));
  }

  /** Whom the deputy acts for. A head speaks for the own post only, and a deputy passes nothing on. */
  async #holder({ post, from }: Revocation, { actor }: RequestContext): Promise<string | null> {
    const { organisation } = this.service;
    if (actor.role === 'administrator') return organisation.holderOf(post, from);
    const own = await organisation.postsOf(actor.person);
    if (!own.some((held) => held.post === post && held.deputyFor === undefined))
      throw new DomainError('POST_NOT_YOURS');
    return actor.person;
  }
}

const newEntry = ({ post, deputy, from }: Revocation) => ({
  kind: 'deputy' as const,
  id: `${post}.${deputy}.${from}`,
});
