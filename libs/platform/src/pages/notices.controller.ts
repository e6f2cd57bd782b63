import { noticesQuery, noticesSchema, noticeUnitsSchema, words } from '@minh-bach/contracts';
import { Allow, CurrentActor, Operation } from '@minh-bach/http';
import type { Actor } from '@minh-bach/kernel';
import { Controller, Get, Query, type Type } from '@nestjs/common';
import type { z } from 'zod';
import { ServiceRuntime } from '../service/service-runtime.ts';
import { readNotices, readNoticeUnits } from './read-notices.ts';

/** `GET /<service>/notices`: the breaches that the asker was told of, and how the matters stand now. */
export function noticesController(name: string): Type {
  @Controller(`${name}/notices`)
  class NoticesController {
    constructor(private readonly service: ServiceRuntime) {}

    @Get()
    @Allow('notice.read')
    @Operation({
      summary: words('Các báo cáo quá hạn gửi đến tôi', 'Breaches that I was told of'),
      answer: noticesSchema,
      problems: ['BAD_CURSOR'],
    })
    async notices(
      @Query({ schema: noticesQuery }) asked: z.infer<typeof noticesQuery>,
      @CurrentActor() actor: Actor,
    ): Promise<z.infer<typeof noticesSchema>> {
      if (asked.after) await this.service.rights.waitFor(asked.after);
      return readNotices(this.service, actor, asked);
    }

    @Get('units')
    @Allow('notice.read')
    @Operation({
      summary: words(
        'Việc còn quá hạn được báo đến tôi, theo đơn vị',
        'What is still late of that, by unit',
      ),
      answer: noticeUnitsSchema,
    })
    async units(@CurrentActor() actor: Actor): Promise<z.infer<typeof noticeUnitsSchema>> {
      return readNoticeUnits(this.service, actor);
    }
  }
  return NoticesController;
}
