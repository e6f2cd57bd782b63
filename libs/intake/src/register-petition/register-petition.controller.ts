import {
  registerPetitionSchema,
  registeredSchema,
  type RegisterPetitionBody,
} from '@minh-bach/contracts';
import { Allow, Command, Operation, answer, words, type RequestContext } from '@minh-bach/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RegisterPetition } from './register-petition.handler.ts';

@Controller('intake/petitions')
export class RegisterPetitionController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Allow('petition.register')
  @Operation({
    summary: words(
      'Đăng ký đơn nhận trực tiếp hoặc bằng giấy',
      'Registers a petition that came on paper or in person',
    ),
    answer: registeredSchema,
    problems: [
      'RECEIVED_IN_FUTURE',
      'RECEIVED_TOO_LONG_AGO',
      'DATED_AFTER_RECEIPT',
      'RESPONDENT_UNKNOWN',
      'NOBODY_LEFT',
      'UPLOAD_UNKNOWN',
      'RECEIPT_CODE_USED',
    ],
  })
  async register(
    @Body({ schema: registerPetitionSchema }) body: RegisterPetitionBody,
    @Command() context: RequestContext,
  ) {
    const outcome = await this.commands.execute(new RegisterPetition(body, context));
    const { number, revision, position, events } = outcome;
    const registeredAt = events[0]?.metadata.recordedAt;
    return answer(
      { number, receivedOn: body.receivedOn, registeredAt, revision, position: position ?? null },
      outcome,
    );
  }
}
