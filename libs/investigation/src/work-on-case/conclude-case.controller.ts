import {
  approveSchema,
  caseNumberSchema,
  commandAnswerSchema,
  proposeSchema,
  returnSchema,
  type Action,
} from '@minh-bach/contracts';
import {
  Allow,
  Command,
  Operation,
  answer,
  commandAnswerOf,
  words,
  type RequestContext,
} from '@minh-bach/platform';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import type { CaseCommand } from '../domain/case.commands.ts';
import { WorkOnCase } from './work-on-case.handler.ts';

const number = { schema: caseNumberSchema };
const judging = {
  answer: commandAnswerSchema,
  status: 200,
  problems: [
    'NOTHING_PROPOSED',
    'DRAFT_CHANGED',
    'FOUR_EYES',
    'FOUR_EYES_ABOVE',
    'FOUR_EYES_NOBODY',
    'ALREADY_CONCLUDED',
  ],
};

/** A draft is proposed by one person and judged by another. */
@Controller('investigation/cases')
export class ConcludeCaseController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':number/conclusions')
  @Allow('case.propose')
  @Operation({
    summary: words('Trình dự thảo kết luận', 'Proposes a conclusion'),
    answer: commandAnswerSchema,
    problems: ['NOT_THE_ASSIGNEE', 'ALREADY_CONCLUDED'],
  })
  async propose(
    @Param('number', number) id: string,
    @Body({ schema: proposeSchema }) body: z.infer<typeof proposeSchema>,
    @Command({ ifMatch: true }) context: RequestContext,
  ) {
    return this.#work(id, 'case.propose', { type: 'ProposeConclusion', ...body }, context);
  }

  @Post(':number/approval')
  @HttpCode(200)
  @Allow('case.approve')
  @Operation({ ...judging, summary: words('Phê duyệt kết luận', 'Approves the conclusion') })
  async approve(
    @Param('number', number) id: string,
    @Body({ schema: approveSchema }) body: z.infer<typeof approveSchema>,
    @Command({ ifMatch: true }) context: RequestContext,
  ) {
    return this.#work(id, 'case.approve', { type: 'ApproveConclusion', ...body }, context);
  }

  @Post(':number/return')
  @HttpCode(200)
  @Allow('case.return')
  @Operation({
    ...judging,
    summary: words('Trả lại để hoàn thiện', 'Returns the draft for revision'),
  })
  async return(
    @Param('number', number) id: string,
    @Body({ schema: returnSchema }) body: z.infer<typeof returnSchema>,
    @Command({ ifMatch: true }) context: RequestContext,
  ) {
    return this.#work(id, 'case.return', { type: 'ReturnConclusion', ...body }, context);
  }

  async #work(id: string, action: Action, command: CaseCommand, context: RequestContext) {
    const outcome = await this.commands.execute(new WorkOnCase(id, action, command, context));
    return answer(commandAnswerOf(outcome), outcome);
  }
}
