import { RATING_REASONS, type Ratings, type RatingReason } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { ServiceRuntime, unitRefs, unitsSeen } from '@minh-bach/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { RatingRow } from './rating.entity.ts';

export class RatingsQuery extends Query<Ratings> {
  constructor(readonly actor: Actor) {
    super();
  }
}

interface Counted {
  readonly unit: string;
  readonly count: number;
  readonly mean: number;
  readonly reasons: readonly RatingReason[];
}

/** How senders rated the units of the asker's branch; nothing of matters that are kept from them. */
@QueryHandler(RatingsQuery)
export class RatingsHandler implements IQueryHandler<RatingsQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  /** @throws DomainError `PROJECTION_LATE`, `READ_MODEL_STOPPED` */
  async execute({ actor }: RatingsQuery): Promise<Ratings> {
    const { lists, shield, organisation } = this.service;
    const [kept] = await Promise.all([shield.forLists(actor), lists.fresh()]);
    const units = await unitsSeen(this.service, actor);
    const stream = `'intake.petition-' || row.petition`;
    const found = await lists.dataSource
      .getRepository(RatingRow)
      .createQueryBuilder('row')
      .select('row.unit', 'unit')
      .addSelect('count(*)::integer', 'count')
      .addSelect('avg(row.stars)::float', 'mean')
      .addSelect(
        `coalesce(jsonb_agg(row.reasons) FILTER (WHERE row.reasons <> '[]'), '[]')`,
        'reasons',
      )
      .where('row.unit IN (:...units)', { units: [...units] })
      .andWhere(kept.admits(stream), kept.parameters)
      // What was called a denunciation since is asked of nobody.
      .andWhere(`NOT (${kept.isDenunciation(stream)})`)
      .groupBy('row.unit')
      .orderBy('row.unit')
      .getRawMany<Omit<Counted, 'reasons'> & { reasons: RatingReason[][] }>();
    const unit = await unitRefs(organisation);
    return {
      items: found.map((one) => ({
        unit: unit(one.unit),
        count: one.count,
        mean: Math.round(one.mean * 10) / 10,
        reasons: reasonsIn(one.reasons.flat()),
      })),
    };
  }
}

const reasonsIn = (all: readonly RatingReason[]): Ratings['items'][number]['reasons'] =>
  (Object.keys(RATING_REASONS) as RatingReason[])
    .map((reason) => ({ reason, count: all.filter((one) => one === reason).length }))
    .filter(({ count }) => count > 0);
