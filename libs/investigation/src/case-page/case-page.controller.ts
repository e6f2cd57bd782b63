import { caseMatterSchema } from '@minh-bach/contracts';
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
import { CasePageQuery } from './case-page.query.ts';

@Controller('investigation/matters')
export class CasePageController {
  constructor(
    private readonly queries: QueryBus,
    private readonly service: ServiceRuntime,
  ) {}

  @Get(':number')
  @Allow('case.read')
  @Operation({
    summary: words('Vụ việc đang xác minh', 'A case under verification'),
    answer: caseMatterSchema,
  })
  async page(
    @Param('number', { schema: matterNumberSchema }) number: string,
    @CurrentActor() actor: Actor,
    @WaitPosition() position: string | undefined,
  ) {
    if (position) await this.service.readModel.waitFor(position);
    const page = await this.queries.execute(new CasePageQuery(number, actor));
    return answer(page, { revision: page.revision });
  }
}
