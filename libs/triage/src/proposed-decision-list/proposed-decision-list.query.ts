import type { proposedDecisionsQuery, proposedDecisionsSchema } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { ServiceRuntime, readWeekBelow } from '@minh-bach/platform';
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
 * The weekly list of what takes two persons for a denunciation: that it is something else, or ends. What it
 * became does not matter here: it was a denunciation, perhaps of its own head.
 */
@QueryHandler(ProposedDecisionListQuery)
export class ProposedDecisionListHandler implements IQueryHandler<ProposedDecisionListQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  /** @throws DomainError `BAD_CURSOR` */
  execute(query: ProposedDecisionListQuery): Promise<Page> {
    const stepOf = ({ step, decision }: ProposedDecisionRow) => ({ step, decision });
    return readWeekBelow(this.service, ProposedDecisionRow, query, stepOf);
  }
}
