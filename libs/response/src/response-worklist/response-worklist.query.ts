import type { responseWorklistQuery, responseWorklistSchema } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { ServiceRuntime, nearestDue, unitRefs } from '@minh-bach/platform';
import { readPage, type SortColumn } from '@minh-bach/projections';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { STATE_WORDS } from '../words.ts';
import { ResponseRow } from './response-row.entity.ts';

type Page = z.infer<typeof responseWorklistSchema>;

export class ResponseWorklistQuery extends Query<Page> {
  constructor(
    readonly asked: z.infer<typeof responseWorklistQuery>,
    readonly actor: Actor,
  ) {
    super();
  }
}

/** Overdue first, then the nearest legal date. */
const SORT: readonly SortColumn[] = [
  { property: 'row.dueAt', type: 'timestamptz' },
  { property: 'row.number', type: 'text' },
];

@QueryHandler(ResponseWorklistQuery)
export class ResponseWorklistHandler implements IQueryHandler<ResponseWorklistQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ asked, actor }: ResponseWorklistQuery): Promise<Page> {
    const { organisation, readModel, clock } = this.service;
    const now = clock.now();
    const units = await organisation.unitsOfBranch(actor.unit);
    const query = readModel.dataSource
      .getRepository(ResponseRow)
      .createQueryBuilder('row')
      .where('row.unit IN (:...units)', { units: units.length > 0 ? units : [actor.unit] });
    if (asked.view !== 'all') query.andWhere('row.open');
    if (asked.view === 'overdue') query.andWhere('row.dueAt <= :now', { now });
    const total = await query.getCount();
    const page = await readPage(query, {
      sort: SORT,
      limit: asked.limit,
      ...(asked.cursor === undefined ? {} : { cursor: asked.cursor }),
    });
    const unit = await unitRefs(organisation);
    return {
      items: page.items.map((row) => ({
        case: row.number,
        petitions: row.petitions,
        gist: row.gist,
        unit: unit(row.unit),
        concludedOn: row.concludedOn,
        conclusion: row.conclusion,
        state: row.state,
        stateText: STATE_WORDS[row.state],
        decisionNumber: row.decisionNumber,
        due: nearestDue(row.clocks, now),
      })),
      nextCursor: page.next ?? null,
      total,
    };
  }
}
