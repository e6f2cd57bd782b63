import { disclosuresQuery, disclosuresSchema } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { Allow, CurrentActor, Operation, ServiceRuntime, words } from '@minh-bach/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { DisclosureListQuery } from './disclosure-list.query.ts';

@Controller('intake/disclosures')
export class DisclosureListController {
  constructor(
    private readonly queries: QueryBus,
    private readonly service: ServiceRuntime,
  ) {}

  @Get()
  @Allow('disclosure.supervise')
  @Operation({
    summary: words(
      'Việc mở thông tin danh tính trong tuần, theo cán bộ',
      'Who opened whose identity, by week',
    ),
    answer: disclosuresSchema,
    problems: ['BAD_CURSOR'],
  })
  async list(
    @Query({ schema: disclosuresQuery }) asked: z.infer<typeof disclosuresQuery>,
    @CurrentActor() actor: Actor,
  ) {
    if (asked.after) await this.service.readModel.waitFor(asked.after);
    return this.queries.execute(new DisclosureListQuery(asked, actor));
  }
}
