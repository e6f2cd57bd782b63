import { triageMatterSchema } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import {
  Allow,
  CurrentActor,
  Operation,
  ServiceRuntime,
  WaitPosition,
  answer,
  matterNumberSchema,
  words,
} from '@minh-bach/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { TriagePageQuery } from './petition-page.query.ts';

@Controller('triage/matters')
export class TriagePageController {
  constructor(
    private readonly queries: QueryBus,
    private readonly service: ServiceRuntime,
  ) {}

  @Get(':number')
  @Allow('petition.read')
  @Operation({
    summary: words('Đơn để xử lý', 'A petition to decide on'),
    answer: triageMatterSchema,
  })
  async page(
    @Param('number', { schema: matterNumberSchema }) number: string,
    @CurrentActor() actor: Actor,
    @WaitPosition() position: string | undefined,
  ) {
    if (position) await this.service.readModel.waitFor(position);
    const page = await this.queries.execute(new TriagePageQuery(number, actor));
    return answer(page, { revision: page.revision });
  }
}
