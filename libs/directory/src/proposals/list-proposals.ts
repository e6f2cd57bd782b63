import type { proposalsQuery } from '@minh-bach/contracts';
import type { ServiceRuntime } from '@minh-bach/platform';
import { readPage, type SortColumn } from '@minh-bach/projections';
import { MoreThan } from 'typeorm';
import type { z } from 'zod';
import { ProposalRow } from './proposal.entity.ts';

type Asked = z.infer<typeof proposalsQuery>;

const NEWEST_FIRST: readonly SortColumn[] = [
  { property: 'row.proposedAt', type: 'timestamptz', direction: 'DESC' },
  { property: 'row.id', type: 'text' },
];

/** @throws DomainError `BAD_CURSOR` */
export async function listProposals({ lists, clock }: ServiceRuntime, asked: Asked) {
  if (asked.after) await lists.waitFor(asked.after);
  await lists.fresh();
  const now = clock.now();
  const rows = lists.dataSource.getRepository(ProposalRow);
  // What waits is bounded for each administrator, and shown whole: nothing is pushed out of sight.
  const { items, next = null } =
    asked.view === 'open'
      ? {
          items: await rows.find({
            where: { outcome: 'open', endsAt: MoreThan(now) },
            order: { proposedAt: 'ASC', id: 'ASC' },
          }),
        }
      : await readPage(rows.createQueryBuilder('row'), { sort: NEWEST_FIRST, ...pageOf(asked) });
  const proposals = items.map(
    ({ endsAt, proposedAt, decidedAt, outcome, revision: _, ...row }) => ({
      ...row,
      state: outcome === 'open' && endsAt <= now ? ('ended' as const) : outcome,
      proposedAt: proposedAt.toISOString(),
      endsAt: endsAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
    }),
  );
  return { proposals, next };
}

const pageOf = ({ limit, cursor }: Asked) => ({
  limit,
  ...(cursor === undefined ? {} : { cursor }),
});
