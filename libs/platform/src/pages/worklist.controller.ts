import type { Action, LocalizedText } from '@minh-bach/contracts';
import { Allow, CurrentActor, Operation } from '@minh-bach/http';
import type { Actor } from '@minh-bach/kernel';
import { Controller, Get, Query, type Type } from '@nestjs/common';
import { QueryBus, type Query as Asks } from '@nestjs/cqrs';
import type { z } from 'zod';
import { ServiceRuntime } from '../service/service-runtime.ts';

export interface Worklist<Asked> {
  /** Whole path, e.g. `triage/worklist`. */
  readonly path: string;
  readonly action: Action;
  readonly summary: LocalizedText;
  /** Shape of the query string. */
  readonly asked: z.ZodType<Asked>;
  readonly answer: z.ZodType;
  readonly query: (asked: Asked, actor: Actor) => Asks<unknown>;
}

/** `GET /<path>`: one page of rows, which waits for one's own last write when told its position. */
export function worklistController<Asked extends { readonly after?: string }>(
  list: Worklist<Asked>,
): Type {
  @Controller(list.path)
  class WorklistController {
    constructor(
      private readonly queries: QueryBus,
      private readonly service: ServiceRuntime,
    ) {}

    @Get()
    @Allow(list.action)
    @Operation({ summary: list.summary, answer: list.answer, problems: ['BAD_CURSOR'] })
    async page(@Query({ schema: list.asked }) asked: Asked, @CurrentActor() actor: Actor) {
      if (asked.after) await this.service.lists.waitFor(asked.after);
      return this.queries.execute(list.query(asked, actor));
    }
  }
  return WorklistController;
}
