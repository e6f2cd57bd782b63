import {
  ratingSchema,
  trackSchema,
  trackedSchema,
  withdrawalSchema,
  words,
} from '@minh-bach/contracts';
import { Operation, Public } from '@minh-bach/http';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { RateHandlingQuery } from '../rating/rate-handling.ts';
import { AskWithdrawalQuery } from '../withdrawal/ask-withdrawal.ts';
import { TrackPetitionQuery } from './track-petition.query.ts';

/**
 * A question, and no command: by POST, never in a URL, since who holds the code sees the petition.
 * Guessing is limited at the gateway, which alone knows the address of who asks.
 */
@Controller('intake/track')
export class TrackPetitionController {
  constructor(private readonly queries: QueryBus) {}

  @Post()
  @HttpCode(200)
  @Public()
  @Operation({
    summary: words('Tra cứu đơn bằng mã', 'Where a petition stands, by its receipt code'),
    answer: trackedSchema,
    status: 200,
    problems: ['RECEIPT_CODE_WRONG'],
  })
  async track(@Body({ schema: trackSchema }) { code }: z.infer<typeof trackSchema>) {
    return this.queries.execute(new TrackPetitionQuery(code));
  }

  /** Once, by the code: no session, and no key of the sender's. */
  @Post('rating')
  @HttpCode(200)
  @Public()
  @Operation({
    id: 'rateHandling',
    summary: words('Người gửi đơn đánh giá việc giải quyết', 'The sender rates the handling'),
    answer: trackedSchema,
    status: 200,
    problems: ['RECEIPT_CODE_WRONG', 'RATING_NOT_OPEN'],
  })
  async rate(@Body({ schema: ratingSchema }) asked: z.infer<typeof ratingSchema>) {
    return this.queries.execute(new RateHandlingQuery(asked));
  }

  /** Once, by the code; unsigned, so that it ends nothing. */
  @Post('withdrawal')
  @HttpCode(200)
  @Public()
  @Operation({
    id: 'askWithdrawal',
    summary: words(
      'Người gửi đơn yêu cầu rút khiếu nại',
      'The sender asks to withdraw a complaint',
    ),
    answer: trackedSchema,
    status: 200,
    problems: ['RECEIPT_CODE_WRONG', 'WITHDRAWAL_NOT_OPEN'],
  })
  async withdraw(@Body({ schema: withdrawalSchema }) asked: z.infer<typeof withdrawalSchema>) {
    return this.queries.execute(new AskWithdrawalQuery(asked));
  }
}
