import { responseWorklistQuery, responseWorklistSchema } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { Allow, CurrentActor, Operation, ServiceRuntime, words } from '@minh-bach/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { ResponseWorklistQuery } from './response-worklist.query.ts';

@Controller('response/worklist')
export class ResponseWorklistController {
  constructor(
    private readonly queries: QueryBus,
    private readonly service: ServiceRuntime,
  ) {}

  @Get()
  @Allow('response.worklist')
  @Operation({
    summary: words(
      'Quyết định cần ban hành và gửi, quá hạn trước',
      'Decisions to issue and send, overdue first',
    ),
    answer: responseWorklistSchema,
    problems: ['BAD_CURSOR'],
  })
  async worklist(
    @Query({ schema: responseWorklistQuery }) asked: z.infer<typeof responseWorklistQuery>,
    @CurrentActor() actor: Actor,
  ) {
    if (asked.after) await this.service.readModel.waitFor(asked.after);
    return this.queries.execute(new ResponseWorklistQuery(asked, actor));
  }
}
