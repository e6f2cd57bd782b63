import {
  CONCLUSION_WORDS,
  KIND_WORDS,
  type Published,
  type PublishedDecision,
  type publishedQuery,
} from '@minh-bach/contracts';
import { DomainError } from '@minh-bach/kernel';
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

export class PublishedDecisionQuery extends Query<PublishedDecision> {
  /** @param id of the publication */
  constructor(readonly id: string) {
    super();
  }
}

/** For everybody, the latest first: no number of a file or a petition is in it, and no person. */
@QueryHandler(PublishedQuery)
export class PublishedHandler implements IQueryHandler<PublishedQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  /** @throws DomainError `BAD_CURSOR`, `PROJECTION_LATE`, `READ_MODEL_STOPPED` */
  async execute({ asked: { limit, cursor } }: PublishedQuery): Promise<Published> {
    const query = (await freshRows(this.service)).createQueryBuilder('row');
    const page = await readPage(query, {
      sort: [
        { property: 'row.publishedOn', type: 'date', direction: 'DESC' },
        { property: 'row.id', type: 'text', direction: 'DESC' },
      ],
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    return { items: await shownOf(this.service, page.items), nextCursor: page.next ?? null };
  }
}

@QueryHandler(PublishedDecisionQuery)
export class PublishedDecisionHandler implements IQueryHandler<PublishedDecisionQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  /**
   * @throws DomainError `NOT_FOUND` for one that was taken back as for one that never was; `PROJECTION_LATE`,
   *   `READ_MODEL_STOPPED`
   */
  async execute({ id }: PublishedDecisionQuery): Promise<PublishedDecision> {
    const row = await (await freshRows(this.service)).findOneBy({ id });
    const [shown] = await shownOf(this.service, row === null ? [] : [row]);
    if (!shown) throw new DomainError('NOT_FOUND');
    return shown;
  }
}

/** Older rows may show what was taken back, or called a denunciation, since. */
async function freshRows({ rights, lists }: ServiceRuntime) {
  await Promise.all([rights.fresh(), lists.fresh()]);
  return lists.dataSource.getRepository(PublishedRow);
}

async function shownOf(
  { shield, organisation }: ServiceRuntime,
  rows: readonly PublishedRow[],
): Promise<PublishedDecision[]> {
  // Called a denunciation since: nothing of it is public any more (Luật Tố cáo Đ.56).
  const hidden = await shield.denunciationsAmong(rows.map((row) => cases.nameOf(row.case)));
  const unit = await unitRefs(organisation);
  return rows
    .filter((row) => !hidden.has(cases.nameOf(row.case)))
    .map((row) => ({
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
    }));
}
