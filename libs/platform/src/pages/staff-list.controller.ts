import {
  viewCounts,
  words,
  type Action,
  type ExportAsked,
  type LocalizedText,
} from '@minh-bach/contracts';
import { Allow, CurrentActor, Operation } from '@minh-bach/http';
import { localDate, type Actor } from '@minh-bach/kernel';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Post,
  Query,
  StreamableFile,
  type Type,
} from '@nestjs/common';
import { QueryBus, type Query as Asks } from '@nestjs/cqrs';
import type { z } from 'zod';
import { ServiceRuntime } from '../service/service-runtime.ts';
import { ListExports } from './export-worklist.ts';
import type { CsvColumn } from './export-csv.ts';
import { countViews } from './count-worklist.ts';
import type { WorklistList, WorklistRow } from './worklist-list.ts';

export interface StaffList<Row extends WorklistRow, Asked, View extends string, Item> {
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
  readonly query: (asked: Asked, actor: Actor) => Asks<ListedPage<Item>>;
  /** What a file of it is asked for by, and its columns. */
  readonly exported: z.ZodType<ExportAsked & Omit<Asked, 'limit' | 'cursor' | 'after'>>;
  readonly columns: readonly CsvColumn<Item>[];
}

interface ListedPage<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/**
 * `GET /<service>/worklist`: one page of rows, which waits for one's own last write when told its position.
 * `POST` looks for words: in an address they would stand in logs of others and in the browser's history.
 * `GET …/counts`: how many each view holds. `POST …/export`: all of the list, as a file.
 */
export function staffListController<
  Row extends WorklistRow,
  Asked extends { readonly after?: string },
  View extends string,
  Item,
>(list: StaffList<Row, Asked, View, Item>): Type {
  const id = `${list.service}Worklist`;

  @Controller(`${list.service}/worklist`)
  class StaffListController {
    readonly #exports: ListExports;

    constructor(
      private readonly queries: QueryBus,
      private readonly service: ServiceRuntime,
    ) {
      this.#exports = new ListExports(service);
    }

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

    @Post('export')
    @HttpCode(200)
    @Allow(list.action)
    @Operation({
      id: `${id}Export`,
      summary: words(
        'Tải danh sách đã lọc về dưới dạng CSV; việc tải được ghi nhật ký',
        'The list as it is narrowed, as CSV; that it left is noted',
      ),
      status: 200,
      problems: ['EXPORT_TOO_LONG', 'EXPORT_BUSY'],
      produces: 'text/csv',
    })
    async file(
      @Body({ schema: list.exported })
      asked: ExportAsked & Omit<Asked, 'limit' | 'cursor' | 'after'>,
      @CurrentActor() actor: Actor,
    ): Promise<StreamableFile> {
      const { purpose: _, language: __, ...filters } = asked;
      const page = (at: { limit: number; cursor?: string }) =>
        this.queries.execute(list.query({ ...filters, ...at } as unknown as Asked, actor));
      const content = await this.#exports.make(list.service, asked, list.columns, page, actor);
      const name = `${list.service}-${localDate(this.service.clock.now())}.csv`;
      return new StreamableFile(content, {
        type: 'text/csv; charset=utf-8',
        length: content.length,
        disposition: `attachment; filename="${name}"`,
      });
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
