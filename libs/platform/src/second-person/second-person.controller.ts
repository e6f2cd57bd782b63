import { secondPersonQuery, secondPersonSchema, words } from '@minh-bach/contracts';
import { Allow, CurrentIdentity, Operation, type Identity } from '@minh-bach/http';
import { Controller, Get, Query, type Type } from '@nestjs/common';
import type { z } from 'zod';
import { ServiceRuntime } from '../service/service-runtime.ts';
import { readSecondPerson } from './read-second-person.ts';
import type { SecondPersons } from './second-person.ts';

/** `GET /<service>/second-person`: what waits for the asker as a second person. */
export function secondPersonController(name: string, seconds: SecondPersons): Type {
  @Controller(`${name}/second-person`)
  class SecondPersonController {
    constructor(private readonly service: ServiceRuntime) {}

    @Get()
    @Allow('second-person.read')
    @Operation({
      summary: words(
        'Đề nghị của người khác mà tôi được xác nhận',
        'What others proposed that I may confirm',
      ),
      answer: secondPersonSchema,
    })
    async mine(
      @Query({ schema: secondPersonQuery }) asked: z.infer<typeof secondPersonQuery>,
      @CurrentIdentity() { actor, post }: Identity,
    ): Promise<z.infer<typeof secondPersonSchema>> {
      if (asked.after) await this.service.lists.waitFor(asked.after);
      return readSecondPerson(this.service, seconds, { actor, roles: post.roles });
    }
  }
  return SecondPersonController;
}
