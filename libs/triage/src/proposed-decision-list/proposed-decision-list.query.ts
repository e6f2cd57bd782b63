import type { proposedDecisionsQuery, proposedDecisionsSchema } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import {
  ServiceRuntime,
  isoWeekOf,
  personRefs,
  unitRefs,
  weekWithNeighbours,
} from '@minh-bach/platform';
import { readPage, type SortColumn } from '@minh-bach/projections';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { ProposedDecisionRow } from './proposed-decision.entity.ts';

type Page = z.infer<typeof proposedDecisionsSchema>;

export class ProposedDecisionListQuery extends Query<Page> {
  constructor(
    readonly asked: z.infer<typeof proposedDecisionsQuery>,
    readonly actor: Actor,
  ) {
    super();
  }
}

/**
 * Petitions of the asker's branch, without those of units that they head: the list is for the heads
 * above. What it became does not matter here: it was a denunciation, perhaps of its own head.
 */
const SHOWN = `EXISTS (SELECT FROM stream_units u WHERE u.stream = row.stream
  AND u.unit = ANY(:branch) AND u.unit <> ALL(:headed))`;

/** The last first. */
const SORT: readonly SortColumn[] = [
  { property: 'row.at', type: 'timestamptz', direction: 'DESC' },
  { property: 'row.stream', type: 'text', direction: 'DESC' },
  { property: 'row.revision', type: 'integer', direction: 'DESC' },
];

/** The weekly list of what takes two persons for a denunciation: that it is something else, or ends. */
@QueryHandler(ProposedDecisionListQuery)
export class ProposedDecisionListHandler implements IQueryHandler<ProposedDecisionListQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  /** @throws DomainError `BAD_CURSOR` */
  async execute({ asked, actor }: ProposedDecisionListQuery): Promise<Page> {
    const { organisation, clock, lists, shield } = this.service;
    const { week = isoWeekOf(clock.now()), limit, cursor } = asked;
    const [kept, headed, branch] = await Promise.all([
      shield.forLists(actor),
      organisation.unitsHeadedBy(actor.person),
      organisation.unitsOfBranch(actor.unit),
      lists.fresh(),
    ]);
    const query = lists.dataSource
      .getRepository(ProposedDecisionRow)
      .createQueryBuilder('row')
      .where('row.week = :week', { week })
      .andWhere(SHOWN, { branch, headed })
      .andWhere(kept.admits('row.stream'), kept.parameters);
    const total = cursor === undefined ? await query.getCount() : null;
    const page = await readPage(query, {
      sort: SORT,
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const unit = await unitRefs(organisation);
    const person = await personRefs(
      organisation,
      page.items.flatMap(({ person: by, deputyFor }) => [by, deputyFor]),
    );
    return {
      ...weekWithNeighbours(week),
      items: page.items.map((row) => ({
        number: row.petition,
        step: row.step,
        decision: row.decision,
        person: person(row.person),
        deputyFor: row.deputyFor === null ? null : person(row.deputyFor),
        unit: unit(row.unit),
        at: row.at.toISOString(),
      })),
      nextCursor: page.next ?? null,
      total,
    };
  }
}
