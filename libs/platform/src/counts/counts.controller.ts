import { countsQuery, countsSchema, words } from '@minh-bach/contracts';
import { Allow, CurrentActor, Operation } from '@minh-bach/http';
import type { Actor } from '@minh-bach/kernel';
import { Controller, Get, Query, type Type } from '@nestjs/common';
import type { z } from 'zod';
import { ServiceRuntime } from '../service/service-runtime.ts';
import { readCounts } from './read-counts.ts';

/** `GET /<service>/counts`: backlog, in and out, in time or late, of the asker's branch or a part of it. */
export function countsController(name: string): Type {
  @Controller(`${name}/counts`)
  class CountsController {
    constructor(private readonly service: ServiceRuntime) {}

    @Get()
    @Allow('overview.read')
    @Operation({
      summary: words(
        'Số liệu tổng quan: tồn, vào, ra, đúng hạn, quá hạn',
        'Figures at a glance: backlog, in, out, in time, late',
      ),
      answer: countsSchema,
      problems: ['NOT_FOUND'],
    })
    async counts(
      @Query({ schema: countsQuery }) asked: z.infer<typeof countsQuery>,
      @CurrentActor() actor: Actor,
    ): Promise<z.infer<typeof countsSchema>> {
      return readCounts(this.service, actor, asked);
    }
  }
  return CountsController;
}
