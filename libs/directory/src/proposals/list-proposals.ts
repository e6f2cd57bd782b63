import type { ServiceRuntime } from '@minh-bach/platform';
import { ProposalRow } from './proposal.entity.ts';

/** The newest first; of all that there ever were only the last ones. */
const AT_MOST = 200;

export async function listProposals({ lists, clock }: ServiceRuntime, view: 'open' | 'all') {
  await lists.fresh();
  const rows = await lists.dataSource.getRepository(ProposalRow).find({
    ...(view === 'open' ? { where: { outcome: 'open' } } : {}),
    order: { proposedAt: 'DESC', id: 'ASC' },
    take: AT_MOST,
  });
  const now = clock.now();
  const proposals = rows.map(({ endsAt, proposedAt, decidedAt, outcome, revision: _, ...row }) => ({
    ...row,
    state: outcome === 'open' && endsAt <= now ? ('ended' as const) : outcome,
    proposedAt: proposedAt.toISOString(),
    endsAt: endsAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  }));
  return view === 'open' ? proposals.filter(({ state }) => state === 'open') : proposals;
}
