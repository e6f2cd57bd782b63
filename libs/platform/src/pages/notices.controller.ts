import { noticesQuery, noticesSchema, words } from '@minh-bach/contracts';
import { Allow, CurrentActor, Operation } from '@minh-bach/http';
import type { Actor } from '@minh-bach/kernel';
import { Controller, Get, Query, type Type } from '@nestjs/common';
import type { z } from 'zod';
import { ServiceRuntime } from '../service/service-runtime.ts';
import { readNotices } from './read-notices.ts';

/** `GET /<service>/notices`: the breaches that the asker was told of, newest first. */
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
  }
  return NoticesController;
}
