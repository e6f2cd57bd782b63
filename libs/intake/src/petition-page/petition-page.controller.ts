import { intakeMatterSchema } from '@minh-bach/contracts';
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
import { PetitionPageQuery } from './petition-page.query.ts';

@Controller('intake/matters')
export class PetitionPageController {
  constructor(
    private readonly queries: QueryBus,
    private readonly service: ServiceRuntime,
  ) {}

  @Get(':number')
  @Allow('petition.read')
  @Operation({
    summary: words('Đơn như đã tiếp nhận', 'A petition as it was received'),
    answer: intakeMatterSchema,
  })
  async page(
    @Param('number', { schema: matterNumberSchema }) number: string,
    @CurrentActor() actor: Actor,
    @WaitPosition() position: string | undefined,
  ) {
    if (position) await this.service.readModel.waitFor(position);
    const page = await this.queries.execute(new PetitionPageQuery(number, actor));
    return answer(page, { revision: page.revision });
  }
}
