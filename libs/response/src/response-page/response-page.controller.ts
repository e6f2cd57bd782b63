import { responseMatterSchema } from '@minh-bach/contracts';
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
import { ResponsePageQuery } from './response-page.query.ts';

@Controller('response/matters')
export class ResponsePageController {
  constructor(
    private readonly queries: QueryBus,
    private readonly service: ServiceRuntime,
  ) {}

  @Get(':number')
  @Allow('case.read')
  @Operation({
    summary: words('Quyết định của vụ việc', 'The decision of a case'),
    answer: responseMatterSchema,
  })
  async page(
    @Param('number', { schema: matterNumberSchema }) number: string,
    @CurrentActor() actor: Actor,
    @WaitPosition() position: string | undefined,
  ) {
    if (position) await this.service.readModel.waitFor(position);
    const page = await this.queries.execute(new ResponsePageQuery(number, actor));
    return answer(page, { revision: page.revision });
  }
}
