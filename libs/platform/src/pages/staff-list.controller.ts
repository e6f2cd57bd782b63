import { viewCounts, words, type Action, type LocalizedText } from '@minh-bach/contracts';
import { Allow, CurrentActor, Operation } from '@minh-bach/http';
import type { Actor } from '@minh-bach/kernel';
import { Body, Controller, Get, HttpCode, Post, Query, type Type } from '@nestjs/common';
import { QueryBus, type Query as Asks } from '@nestjs/cqrs';
import type { z } from 'zod';
import { ServiceRuntime } from '../service/service-runtime.ts';
import { countViews } from './count-worklist.ts';
import type { WorklistList, WorklistRow } from './worklist-list.ts';

export interface StaffList<Row extends WorklistRow, Asked, View extends string> {
  readonly service: string;
  readonly action: Action;
  readonly summary: LocalizedText;
  readonly list: WorklistList<Row>;
  readonly views: readonly [View, ...View[]];
  /** Shape of the query string. */
  readonly asked: z.ZodType<Asked>;
  /** The same with words to look for, as a body. */
  readonly search: z.ZodType<Asked>;
  readonly answer: z.ZodType;
  readonly query: (asked: Asked, actor: Actor) => Asks<unknown>;
}

/**
 * `GET /<service>/worklist`: one page of rows, which waits for one's own last write when told its position.
 * `POST` looks for words: in an address they would stand in logs of others and in the browser's history.
 * `GET …/counts`: how many each view holds.
 */
export function staffListController<
  Row extends WorklistRow,
  Asked extends { readonly after?: string },
  View extends string,
>(list: StaffList<Row, Asked, View>): Type {
  const id = `${list.service}Worklist`;

  @Controller(`${list.service}/worklist`)
  class StaffListController {
    constructor(
      private readonly queries: QueryBus,
      private readonly service: ServiceRuntime,
    ) {}

    @Get()
    @Allow(list.action)
    @Operation({ id, summary: list.summary, answer: list.answer, problems: ['BAD_CURSOR'] })
    async page(@Query({ schema: list.asked }) asked: Asked, @CurrentActor() actor: Actor) {
      if (asked.after) await this.service.lists.waitFor(asked.after);
      return this.queries.execute(list.query(asked, actor));
    }

    @Post()
    @HttpCode(200)
    @Allow(list.action)
    @Operation({
      id: `${id}Search`,
      summary: words('Tìm theo từ trong danh sách', 'Searches the list by words'),
      answer: list.answer,
      status: 200,
      problems: ['BAD_CURSOR'],
    })
    async search(@Body({ schema: list.search }) asked: Asked, @CurrentActor() actor: Actor) {
      if (asked.after) await this.service.lists.waitFor(asked.after);
      return this.queries.execute(list.query(asked, actor));
    }

    @Get('counts')
    @Allow(list.action)
    @Operation({
      id: `${id}Counts`,
      summary: words('Số việc trong từng danh sách', 'How many matters each view holds'),
      answer: viewCounts(list.views),
    })
    counts(@CurrentActor() actor: Actor) {
      return countViews(this.service, list.list, list.views, actor);
    }
  }
  return StaffListController;
}
