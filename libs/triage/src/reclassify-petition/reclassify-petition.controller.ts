import {
  commandAnswerSchema,
  confirmReclassificationSchema,
  declineReclassificationSchema,
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
import { ReclassifyPetition } from './reclassify-petition.handler.ts';

const number = { schema: petitionNumberSchema };
const described = { answer: commandAnswerSchema, status: 200 };

/** From denunciation to another kind it takes two: one proposes by classifying, another answers here. */
@Controller('triage/petitions')
export class ReclassifyPetitionController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':number/reclassification-confirmation')
  @HttpCode(200)
  @Allow('petition.confirm-reclassification')
  @Operation({
    ...described,
    summary: words(
      'Xác nhận phân loại lại đơn tố cáo',
      'Confirms that a denunciation is of another kind',
    ),
    problems: ['ALREADY_DECIDED', 'NOTHING_TO_CONFIRM', 'SECOND_PERSON_NEEDED'],
  })
  async confirm(
    @Param('number', number) petition: string,
    @Body({ schema: confirmReclassificationSchema })
    { note }: z.infer<typeof confirmReclassificationSchema>,
    @Command({ ifMatch: true }) context: RequestContext,
  ) {
    return this.#answer(petition, { type: 'ConfirmReclassification', note }, context);
  }

  @Post(':number/reclassification-refusal')
  @HttpCode(200)
  @Allow('petition.confirm-reclassification')
  @Operation({
    ...described,
    summary: words(
      'Không chấp nhận phân loại lại đơn tố cáo',
      'Declines that a denunciation is of another kind',
    ),
    problems: ['ALREADY_DECIDED', 'NOTHING_TO_CONFIRM'],
  })
  async decline(
    @Param('number', number) petition: string,
    @Body({ schema: declineReclassificationSchema })
    { note }: z.infer<typeof declineReclassificationSchema>,
    @Command({ ifMatch: true }) context: RequestContext,
  ) {
    return this.#answer(petition, { type: 'DeclineReclassification', note }, context);
  }

  async #answer(petition: string, command: ReclassifyPetition['command'], context: RequestContext) {
    const outcome = await this.commands.execute(new ReclassifyPetition(petition, command, context));
    return answer(commandAnswerOf(outcome), outcome);
  }
}
