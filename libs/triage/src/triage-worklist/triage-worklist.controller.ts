import { triageWorklistQuery, triageWorklistSchema } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { Allow, CurrentActor, Operation, ServiceRuntime, words } from '@minh-bach/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { TriageWorklistQuery } from './triage-worklist.query.ts';

@Controller('triage/worklist')
export class TriageWorklistController {
  constructor(
    private readonly queries: QueryBus,
    private readonly service: ServiceRuntime,
  ) {}

  @Get()
  @Allow('triage.worklist')
  @Operation({
    summary: words('Đơn chờ xử lý, quá hạn trước', 'Petitions to decide, overdue first'),
    answer: triageWorklistSchema,
    problems: ['BAD_CURSOR'],
  })
  async worklist(
    @Query({ schema: triageWorklistQuery }) asked: z.infer<typeof triageWorklistQuery>,
    @CurrentActor() actor: Actor,
  ) {
    if (asked.after) await this.service.readModel.waitFor(asked.after);
    return this.queries.execute(new TriageWorklistQuery(asked, actor));
  }
}
