import {
  instantSchema,
  petitionNumberSchema,
  caseNumberSchema,
  serviceHistorySchema,
  type Action,
  words,
} from '@minh-bach/contracts';
import { Allow, CurrentActor, Operation, WaitPosition } from '@minh-bach/http';
import type { Actor } from '@minh-bach/kernel';
import { Controller, Get, Param, Query, type Type } from '@nestjs/common';
import { z } from 'zod';
import { ServiceRuntime } from '../service/service-runtime.ts';

/** A petition's number or a case's. */
export const matterNumberSchema = z.union([petitionNumberSchema, caseNumberSchema]);

const historyQuery = z.strictObject({ asOf: instantSchema.exactOptional() });

export interface MatterHistory {
  readonly service: string;
  /** That of the service's page of a matter: who may not open the page may not read its history. */
  readonly action: Action;
  /** What the page asks beyond role and unit. @throws DomainError `NOT_FOUND` */
  readonly admits?: (service: ServiceRuntime, number: string, actor: Actor) => Promise<unknown>;
}

type ServiceHistory = z.infer<typeof serviceHistorySchema>;

export interface AnswersHistory {
  history(
    number: string,
    asked: { readonly asOf?: string },
    actor: Actor,
    position: string | undefined,
  ): Promise<ServiceHistory>;
}

/** `GET /<service>/matters/{number}/history`: the same in every service. */
export function historyController({
  service: name,
  action,
  admits,
}: MatterHistory): Type<AnswersHistory> {
  @Controller(`${name}/matters`)
  class HistoryController implements AnswersHistory {
    constructor(private readonly service: ServiceRuntime) {}

    @Get(':number/history')
    @Allow(action)
    @Operation({
      summary: words('Lịch sử của vụ việc trong dịch vụ này', "A matter's history in this service"),
      answer: serviceHistorySchema,
    })
    async history(
      @Param('number', { schema: matterNumberSchema }) number: string,
      @Query({ schema: historyQuery }) { asOf }: z.infer<typeof historyQuery>,
      @CurrentActor() actor: Actor,
      @WaitPosition() position: string | undefined,
    ): Promise<ServiceHistory> {
      if (position) await this.service.rights.waitFor(position);
      await admits?.(this.service, number, actor);
      return { entries: await this.service.history.of(number, action, actor, asOf) };
    }
  }
  return HistoryController;
}
