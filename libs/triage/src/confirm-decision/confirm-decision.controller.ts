import {
  commandAnswerSchema,
  confirmDecisionSchema,
  declineDecisionSchema,
  petitionNumberSchema,
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
import { AnswerProposedDecision } from './confirm-decision.handler.ts';

const number = { schema: petitionNumberSchema };
const described = { answer: commandAnswerSchema, status: 200 };

/** To make a denunciation something else, or to end it, takes two: one proposes by deciding, another answers here. */
@Controller('triage/petitions')
export class ConfirmDecisionController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':number/decision-confirmation')
  @HttpCode(200)
  @Allow('petition.confirm-decision')
  @Operation({
    ...described,
    summary: words(
      'Xác nhận đề nghị phân loại lại hoặc kết thúc xử lý đơn tố cáo',
      'Confirms what is proposed for a denunciation: that it is of another kind, or how it ends',
    ),
    problems: ['ALREADY_DECIDED', 'NOTHING_TO_CONFIRM', 'SECOND_PERSON_NEEDED'],
  })
  async confirm(
    @Param('number', number) petition: string,
    @Body({ schema: confirmDecisionSchema })
    { note }: z.infer<typeof confirmDecisionSchema>,
    @Command({ ifMatch: true }) context: RequestContext,
  ) {
    return this.#answer(petition, { type: 'ConfirmDecision', note }, context);
  }

  @Post(':number/decision-refusal')
  @HttpCode(200)
  @Allow('petition.confirm-decision')
  @Operation({
    ...described,
    summary: words(
      'Không chấp nhận đề nghị về đơn tố cáo, hoặc rút đề nghị của mình',
      'Declines what is proposed for a denunciation, or withdraws it',
    ),
    problems: ['ALREADY_DECIDED', 'NOTHING_TO_CONFIRM'],
  })
  async decline(
    @Param('number', number) petition: string,
    @Body({ schema: declineDecisionSchema })
    { note }: z.infer<typeof declineDecisionSchema>,
    @Command({ ifMatch: true }) context: RequestContext,
  ) {
    return this.#answer(petition, { type: 'DeclineDecision', note }, context);
  }

  async #answer(
    petition: string,
    command: AnswerProposedDecision['command'],
    context: RequestContext,
  ) {
    const outcome = await this.commands.execute(
      new AnswerProposedDecision(petition, command, context),
    );
    return answer(commandAnswerOf(outcome), outcome);
  }
}
