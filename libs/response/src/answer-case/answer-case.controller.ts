import {
  caseNumberSchema,
  closureSchema,
  commandAnswerSchema,
  deliverySchema,
  issueDecisionSchema,
  sendDecisionSchema,
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
import { AnswerCase } from './answer-case.handler.ts';

const number = { schema: caseNumberSchema };
const described = {
  answer: commandAnswerSchema,
  status: 200,
  problems: ['NOT_THE_TIME_FOR_THIS', 'DATE_IN_FUTURE', 'DATE_TOO_EARLY'],
};

/** The decision's way to the petitioner. */
@Controller('response/cases')
export class AnswerCaseController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':number/decision')
  @HttpCode(200)
  @Allow('response.issue')
  @Operation({
    ...described,
    problems: [...described.problems, 'SIGNER_CANNOT_SIGN', 'CONCLUSION_NOT_APPROVED'],
    summary: words('Ban hành quyết định giải quyết', 'Issues the decision'),
  })
  async issue(
    @Param('number', number) id: string,
    @Body({ schema: issueDecisionSchema }) body: z.infer<typeof issueDecisionSchema>,
    @Command({ ifMatch: true }) context: RequestContext,
  ) {
    return this.#do(id, 'response.issue', { type: 'IssueDecision', ...body }, context);
  }

  @Post(':number/sending')
  @HttpCode(200)
  @Allow('response.send')
  @Operation({ ...described, summary: words('Gửi quyết định', 'Sends the decision') })
  async send(
    @Param('number', number) id: string,
    @Body({ schema: sendDecisionSchema }) body: z.infer<typeof sendDecisionSchema>,
    @Command({ ifMatch: true }) context: RequestContext,
  ) {
    return this.#do(id, 'response.send', { type: 'SendDecision', ...body }, context);
  }

  @Post(':number/delivery')
  @HttpCode(200)
  @Allow('response.send')
  @Operation({
    ...described,
    summary: words('Ghi ngày nhận quyết định', 'Records that the decision was received'),
  })
  async deliver(
    @Param('number', number) id: string,
    @Body({ schema: deliverySchema }) body: z.infer<typeof deliverySchema>,
    @Command({ ifMatch: true }) context: RequestContext,
  ) {
    return this.#do(id, 'response.send', { type: 'RecordDelivery', ...body }, context);
  }

  @Post(':number/closure')
  @HttpCode(200)
  @Allow('response.close')
  @Operation({ ...described, summary: words('Kết thúc vụ việc', 'Closes the case') })
  async close(
    @Param('number', number) id: string,
    @Body({ schema: closureSchema }) _: z.infer<typeof closureSchema>,
    @Command({ ifMatch: true }) context: RequestContext,
  ) {
    return this.#do(id, 'response.close', { type: 'CloseCase' }, context);
  }

  async #do(id: string, action: Action, command: AnswerCase['command'], context: RequestContext) {
    const outcome = await this.commands.execute(new AnswerCase(id, action, command, context));
    return answer(commandAnswerOf(outcome), outcome);
  }
}
