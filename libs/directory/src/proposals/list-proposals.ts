import type { ServiceRuntime } from '@minh-bach/platform';
import { MoreThan } from 'typeorm';
import { ProposalRow } from './proposal.entity.ts';

/** Of all that there ever were only the newest. */
const AT_MOST = 200;

export async function listProposals({ lists, clock }: ServiceRuntime, view: 'open' | 'all') {
  await lists.fresh();
  const now = clock.now();
  const rows = await lists.dataSource.getRepository(ProposalRow).find({
    // What waits is bounded for each administrator, and shown whole: nothing is pushed out of sight.
    ...(view === 'open'
      ? {
          where: { outcome: 'open', endsAt: MoreThan(now) },
          order: { proposedAt: 'ASC', id: 'ASC' },
        }
      : { order: { proposedAt: 'DESC', id: 'ASC' }, take: AT_MOST }),
  });
  return rows.map(({ endsAt, proposedAt, decidedAt, outcome, revision: _, ...row }) => ({
    ...row,
    state: outcome === 'open' && endsAt <= now ? ('ended' as const) : outcome,
    proposedAt: proposedAt.toISOString(),
    endsAt: endsAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  }));
}
