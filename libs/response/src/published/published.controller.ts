import { publishedQuery, publishedSchema, words } from '@minh-bach/contracts';
import { Operation, Public } from '@minh-bach/http';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { PublishedQuery } from './published.query.ts';

/** What everybody may read; at the gateway it is `GET /api/published`. */
@Controller('response/published')
export class PublishedController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Public()
  @Operation({
    id: 'published',
    summary: words(
      'Quyết định giải quyết khiếu nại đã công khai, mới nhất trước',
      'Decisions on complaints that are public, the latest first',
    ),
    answer: publishedSchema,
    problems: ['BAD_CURSOR'],
  })
  page(@Query({ schema: publishedQuery }) asked: z.infer<typeof publishedQuery>) {
    return this.queries.execute(new PublishedQuery(asked));
  }
}
