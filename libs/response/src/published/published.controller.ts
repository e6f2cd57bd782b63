import {
  publishedDecisionSchema,
  publishedQuery,
  publishedSchema,
  words,
} from '@minh-bach/contracts';
import { Operation, Public } from '@minh-bach/http';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { PublishedDecisionQuery, PublishedQuery } from './published.query.ts';

const idSchema = z.string().max(64);

/** What everybody may read; at the gateway it is `GET /api/published`, and pages. */
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

  @Get(':publication')
  @Public()
  @Operation({
    id: 'publishedDecision',
    summary: words('Một quyết định đã công khai', 'A decision that is public'),
    answer: publishedDecisionSchema,
    problems: ['NOT_FOUND'],
  })
  one(@Param('publication', { schema: idSchema }) publication: string) {
    return this.queries.execute(new PublishedDecisionQuery(publication));
  }
}
