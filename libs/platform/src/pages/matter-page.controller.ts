import type { Action, LocalizedText, Role } from '@minh-bach/contracts';
import {
  Allow,
  CurrentIdentity,
  Operation,
  WaitPosition,
  answer,
  type Identity,
} from '@minh-bach/http';
import type { Actor } from '@minh-bach/kernel';
import { Controller, Get, Param, type Type } from '@nestjs/common';
import { QueryBus, type Query } from '@nestjs/cqrs';
import type { z } from 'zod';
import { matterNumberSchema } from './history.controller.ts';
import { ServiceRuntime } from '../service/service-runtime.ts';

export interface MatterPage<Page extends { revision: number }> {
  readonly service: string;
  readonly action: Action;
  readonly summary: LocalizedText;
  readonly answer: z.ZodType;
  /**
   * @param actor in the role that shows the page
   * @param roles of the same post: what the page offers is judged by the role that allows that
   */
  readonly query: (number: string, actor: Actor, roles: readonly Role[]) => Query<Page>;
}

/** `GET /<service>/matters/{number}`: a petition or case as this service shows it. */
export function matterPageController<Page extends { revision: number }>(
  page: MatterPage<Page>,
): Type {
  @Controller(`${page.service}/matters`)
  class MatterPageController {
    constructor(
      private readonly queries: QueryBus,
      private readonly service: ServiceRuntime,
    ) {}

    @Get(':number')
    @Allow(page.action)
    @Operation({ summary: page.summary, answer: page.answer })
    async page(
      @Param('number', { schema: matterNumberSchema }) number: string,
      @CurrentIdentity() { actor, post }: Identity,
      @WaitPosition() position: string | undefined,
    ) {
      if (position) await this.service.rights.waitFor(position);
      const found = await this.queries.execute(page.query(number, actor, post.roles));
      return answer(found, { revision: found.revision });
    }
  }
  return MatterPageController;
}
