import {
  acceptSchema,
  acceptedSchema,
  callDenunciationSchema,
  classifySchema,
  commandAnswerSchema,
  correctRespondentsSchema,
  noteSchema,
  petitionNumberSchema,
  settleSchema,
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
import { AcceptPetition } from './accept-petition/accept-petition.handler.ts';
import { AddPetitionNote } from './add-note/add-note.handler.ts';
import { CallDenunciation } from './call-denunciation/call-denunciation.handler.ts';
import { ClassifyPetition } from './classify-petition/classify-petition.handler.ts';
import { CorrectRespondents } from './correct-respondents/correct-respondents.handler.ts';
import { SettlePetition } from './settle-petition/settle-petition.handler.ts';

const number = { schema: petitionNumberSchema };

/** What a person decides on a petition. `If-Match` says which petition was seen. */
@Controller('triage/petitions')
export class DecidePetitionController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':number/classification')
  @HttpCode(200)
  @Allow('petition.classify')
  @Operation({
    summary: words(
      'Phân loại đơn theo nội dung; từ tố cáo sang loại khác chỉ là đề nghị, chờ người thứ hai xác nhận',
      'Classifies a petition by its content; from denunciation to another kind it only proposes, and a second person confirms',
    ),
    answer: commandAnswerSchema,
    status: 200,
    problems: [
      'ALREADY_DECIDED',
      'AWAITING_SECOND_PERSON',
      'REASON_MISSING',
      'RESPONDENT_UNKNOWN',
      'NOBODY_LEFT',
      'RESPONDENT_REGISTERED',
    ],
  })
  async classify(
    @Param('number', number) petition: string,
    @Body({ schema: classifySchema }) body: z.infer<typeof classifySchema>,
    @Command({ ifMatch: true }) context: RequestContext,
  ) {
    const outcome = await this.commands.execute(new ClassifyPetition(petition, body, context));
    return answer(commandAnswerOf(outcome), outcome);
  }

  @Post(':number/denunciation')
  @HttpCode(200)
  @Allow('petition.call-denunciation')
  @Operation({
    summary: words(
      'Xác định đơn là tố cáo, kể cả từ cấp trên hoặc sau khi đã có quyết định xử lý',
      'Calls a petition a denunciation, also from above or after it was decided',
    ),
    answer: commandAnswerSchema,
    status: 200,
    problems: [
      'ALREADY_DECIDED',
      'AWAITING_SECOND_PERSON',
      'RESPONDENT_UNKNOWN',
      'NOBODY_LEFT',
      'RESPONDENT_REGISTERED',
    ],
  })
  async callDenunciation(
    @Param('number', number) petition: string,
    @Body({ schema: callDenunciationSchema }) body: z.infer<typeof callDenunciationSchema>,
    @Command({ ifMatch: true }) context: RequestContext,
  ) {
    const outcome = await this.commands.execute(new CallDenunciation(petition, body, context));
    return answer(commandAnswerOf(outcome), outcome);
  }

  @Post(':number/respondents')
  @HttpCode(200)
  @Allow('petition.correct-respondents')
  @Operation({
    summary: words(
      'Đính chính người, đơn vị bị khiếu nại, tố cáo',
      'Corrects whom a petition is about',
    ),
    answer: commandAnswerSchema,
    status: 200,
    problems: ['RESPONDENT_UNKNOWN', 'NOBODY_LEFT'],
  })
  async correct(
    @Param('number', number) petition: string,
    @Body({ schema: correctRespondentsSchema }) body: z.infer<typeof correctRespondentsSchema>,
    @Command({ ifMatch: true }) context: RequestContext,
  ) {
    const outcome = await this.commands.execute(new CorrectRespondents(petition, body, context));
    return answer(commandAnswerOf(outcome), outcome);
  }

  @Post(':number/acceptance')
  @HttpCode(200)
  @Allow('petition.decide')
  @Operation({
    summary: words('Thụ lý, mở vụ việc', 'Accepts a petition and opens its case'),
    answer: acceptedSchema,
    status: 200,
    problems: [
      'ALREADY_DECIDED',
      'AWAITING_SECOND_PERSON',
      'NOT_CLASSIFIED',
      'KIND_NOT_YET_HANDLED',
      'UNIT_NOT_COMPETENT',
      'REASON_MISSING',
    ],
  })
  async accept(
    @Param('number', number) petition: string,
    @Body({ schema: acceptSchema }) body: z.infer<typeof acceptSchema>,
    @Command({ ifMatch: true }) context: RequestContext,
  ) {
    const outcome = await this.commands.execute(new AcceptPetition(petition, body, context));
    return answer({ case: outcome.case, ...commandAnswerOf(outcome) }, outcome);
  }

  @Post(':number/settlement')
  @HttpCode(200)
  @Allow('petition.decide')
  @Operation({
    summary: words(
      'Không thụ lý, hướng dẫn, chuyển hoặc lưu đơn; với đơn tố cáo chỉ là đề nghị, chờ người thứ hai xác nhận',
      'Refuses, guides, transfers or files a petition; of a denunciation it only proposes, and a second person confirms',
    ),
    answer: commandAnswerSchema,
    status: 200,
    problems: [
      'ALREADY_DECIDED',
      'AWAITING_SECOND_PERSON',
      'NOT_CLASSIFIED',
      'COMPETENT_BODY_MISSING',
    ],
  })
  async settle(
    @Param('number', number) petition: string,
    @Body({ schema: settleSchema }) body: z.infer<typeof settleSchema>,
    @Command({ ifMatch: true }) context: RequestContext,
  ) {
    const outcome = await this.commands.execute(new SettlePetition(petition, body, context));
    return answer(commandAnswerOf(outcome), outcome);
  }

  @Post(':number/notes')
  @Allow('petition.note')
  @Operation({ summary: words('Ghi chú', 'Adds a note'), answer: commandAnswerSchema })
  async note(
    @Param('number', number) petition: string,
    @Body({ schema: noteSchema }) { text }: z.infer<typeof noteSchema>,
    @Command() context: RequestContext,
  ) {
    const outcome = await this.commands.execute(new AddPetitionNote(petition, text, context));
    return answer(commandAnswerOf(outcome), outcome);
  }
}
