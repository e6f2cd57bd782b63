import {
  CONCLUSION_WORDS,
  KIND_WORDS,
  type Published,
  type publishedQuery,
} from '@minh-bach/contracts';
import { ServiceRuntime, unitRefs } from '@minh-bach/platform';
import { readPage } from '@minh-bach/projections';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { cases } from '../cases.ts';
import { PublishedRow } from './published.entity.ts';

export class PublishedQuery extends Query<Published> {
  constructor(readonly asked: z.infer<typeof publishedQuery>) {
    super();
  }
}

/** For everybody, the latest first: no number of a file or a petition is in it, and no person. */
@QueryHandler(PublishedQuery)
export class PublishedHandler implements IQueryHandler<PublishedQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  /** @throws DomainError `BAD_CURSOR`, `PROJECTION_LATE`, `READ_MODEL_STOPPED` */
  async execute({ asked: { limit, cursor } }: PublishedQuery): Promise<Published> {
    const { rights, lists, shield, organisation } = this.service;
    // Older rows may show what was taken back, or called a denunciation, since.
    await Promise.all([rights.fresh(), lists.fresh()]);
    const query = lists.dataSource.getRepository(PublishedRow).createQueryBuilder('row');
    const page = await readPage(query, {
      sort: [
        { property: 'row.publishedOn', type: 'date', direction: 'DESC' },
        { property: 'row.id', type: 'text', direction: 'DESC' },
      ],
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    // Called a denunciation since: nothing of it is public any more (Luật Tố cáo Đ.56).
    const hidden = await shield.denunciationsAmong(page.items.map((row) => cases.nameOf(row.case)));
    const unit = await unitRefs(organisation);
    const shown = page.items.filter((row) => !hidden.has(cases.nameOf(row.case)));
    return {
      items: shown.map((row) => ({
        id: row.id,
        unit: unit(row.unit),
        kind: row.kind,
        kindText: KIND_WORDS[row.kind],
        instance: row.instance,
        publishedOn: row.publishedOn,
        issuedOn: row.issuedOn,
        outcome: row.conclusion,
        outcomeText: CONCLUSION_WORDS[row.conclusion],
        text: row.text,
      })),
      nextCursor: page.next ?? null,
    };
  }
}
