import {
  instantSchema,
  petitionNumberSchema,
  caseNumberSchema,
  serviceHistorySchema,
} from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { Controller, Get, Param, Query, type Type } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../auth/index.ts';
import { Operation, WaitPosition } from '../http/index.ts';
import { words } from '../problems/index.ts';
import { ServiceRuntime } from '../service/service-runtime.ts';

/** A petition's number or a case's. */
export const matterNumberSchema = z.union([petitionNumberSchema, caseNumberSchema]);

const historyQuery = z.strictObject({ asOf: instantSchema.exactOptional() });

/** `GET /<service>/matters/{number}/history`: the same in every service. */
export function historyController(name: string): Type {
  @Controller(`${name}/matters`)
  class HistoryController {
    constructor(private readonly service: ServiceRuntime) {}

    @Get(':number/history')
    @Allow('matter.history')
    @Operation({
      summary: words('Lịch sử của vụ việc trong dịch vụ này', "A matter's history in this service"),
      answer: serviceHistorySchema,
    })
    async history(
      @Param('number', { schema: matterNumberSchema }) number: string,
      @Query({ schema: historyQuery }) { asOf }: z.infer<typeof historyQuery>,
      @CurrentActor() actor: Actor,
      @WaitPosition() position: string | undefined,
    ) {
      if (position) await this.service.readModel.waitFor(position);
      return { entries: await this.service.history.of(number, actor.unit, asOf) };
    }
  }
  return HistoryController;
}
