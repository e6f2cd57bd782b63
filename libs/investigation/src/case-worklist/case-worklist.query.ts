import type { caseWorklistQuery, caseWorklistSchema } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { ServiceRuntime, nearestDue, personRefs, unitRefs } from '@minh-bach/platform';
import { readPage, type SortColumn } from '@minh-bach/projections';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { SelectQueryBuilder } from 'typeorm';
import type { z } from 'zod';
import { STATE_WORDS } from '../words.ts';
import { CaseRow } from './case-row.entity.ts';

type Asked = z.infer<typeof caseWorklistQuery>;
type Page = z.infer<typeof caseWorklistSchema>;

export class CaseWorklistQuery extends Query<Page> {
  constructor(
    readonly asked: Asked,
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

@QueryHandler(CaseWorklistQuery)
export class CaseWorklistHandler implements IQueryHandler<CaseWorklistQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ asked, actor }: CaseWorklistQuery): Promise<Page> {
    const { organisation, readModel, clock } = this.service;
    const now = clock.now();
    const units = await organisation.unitsOfBranch(actor.unit);
    const query = readModel.dataSource
      .getRepository(CaseRow)
      .createQueryBuilder('row')
      .where('row.unit IN (:...units)', { units: units.length > 0 ? units : [actor.unit] });
    narrow(query, asked.view, actor, now);
    const total = await query.getCount();
    const page = await readPage(query, {
      sort: SORT,
      limit: asked.limit,
      ...(asked.cursor === undefined ? {} : { cursor: asked.cursor }),
    });
    const [unit, person] = await Promise.all([
      unitRefs(organisation),
      personRefs(
        organisation,
        page.items.map(({ assignee }) => assignee),
      ),
    ]);
    return {
      items: page.items.map((row) => ({
        case: row.number,
        petitions: row.petitions,
        kind: row.kind,
        gist: row.gist,
        unit: unit(row.unit),
        acceptedOn: row.acceptedOn,
        assignee: row.assignee === null ? null : person(row.assignee),
        state: row.state,
        stateText: STATE_WORDS[row.state],
        due: nearestDue(row.clocks, now),
      })),
      nextCursor: page.next ?? null,
      total,
    };
  }
}

function narrow(
  query: SelectQueryBuilder<CaseRow>,
  view: Asked['view'],
  actor: Actor,
  now: Date,
): void {
  if (view !== 'all') query.andWhere('row.open');
  if (view === 'mine') query.andWhere('row.assignee = :person', { person: actor.person });
  if (view === 'unassigned') query.andWhere('row.assignee IS NULL');
  if (view === 'to-approve') query.andWhere(`row.state = 'proposed'`);
  if (view === 'overdue') query.andWhere('row.dueAt <= :now', { now });
}
