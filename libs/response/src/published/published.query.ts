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
    const page = await readPage(await publicRows(this.service), {
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
    const rows = await publicRows(this.service);
    const [shown] = await shownOf(this.service, await rows.andWhere({ id }).getMany());
    if (!shown) throw new DomainError('NOT_FOUND');
    return shown;
  }
}

/**
 * What is public now. Older rows may show what was taken back, or called a denunciation, since. Neither has
 * a row here: of what was called one nothing is public any more (Luật Tố cáo Đ.56), a gap in a page neither.
 */
async function publicRows({ shield, lists }: ServiceRuntime) {
  const [{ isDenunciation }] = await Promise.all([shield.forEverybody(), lists.fresh()]);
  return lists.dataSource
    .getRepository(PublishedRow)
    .createQueryBuilder('row')
    .where(`NOT (${isDenunciation(`'${cases.nameOf('')}' || row.case`)})`);
}

async function shownOf(
  { organisation }: ServiceRuntime,
  rows: readonly PublishedRow[],
): Promise<PublishedDecision[]> {
  const unit = await unitRefs(organisation);
  return rows.map((row) => ({
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
