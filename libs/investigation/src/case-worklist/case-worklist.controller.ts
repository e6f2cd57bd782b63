import { caseWorklistQuery, caseWorklistSchema } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { Allow, CurrentActor, Operation, ServiceRuntime, words } from '@minh-bach/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { CaseWorklistQuery } from './case-worklist.query.ts';

@Controller('investigation/worklist')
export class CaseWorklistController {
  constructor(
    private readonly queries: QueryBus,
    private readonly service: ServiceRuntime,
  ) {}

  @Get()
  @Allow('case.worklist')
  @Operation({
    summary: words(
      'Vụ việc đang giải quyết, quá hạn trước',
      'Cases being worked on, overdue first',
    ),
    answer: caseWorklistSchema,
    problems: ['BAD_CURSOR'],
  })
  async worklist(
    @Query({ schema: caseWorklistQuery }) asked: z.infer<typeof caseWorklistQuery>,
    @CurrentActor() actor: Actor,
  ) {
    if (asked.after) await this.service.readModel.waitFor(asked.after);
    return this.queries.execute(new CaseWorklistQuery(asked, actor));
  }
}
