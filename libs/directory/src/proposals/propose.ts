import { PROPOSALS_WAITING_AT_MOST, recordEntry, refusalsOf } from '@minh-bach/contracts';
import type { RequestContext } from '@minh-bach/http';
import { commandIdFrom } from '@minh-bach/kernel';
import type { ServiceRuntime } from '@minh-bach/platform';
import { MoreThan } from 'typeorm';
import type { Changed } from '../change-directory/change-entry.ts';
import type { Entry } from '../domain/entry.events.ts';
import { proposalDecider } from '../domain/proposal.decider.ts';
import type { ChangeProposed } from '../domain/proposal.events.ts';
import { sameEntry } from '../domain/takes.ts';
import { ProposalRow } from './proposal.entity.ts';

export const streamOfProposal = (id: string): string => `directory.proposal-${id}`;

/** The same proposal again is the one that waits already: a file may be recorded twice. */
export async function findOpen(
  { lists, clock }: ServiceRuntime,
  entry: Entry,
  revision: number,
): Promise<string | undefined> {
  const rows = await lists.dataSource
    .getRepository(ProposalRow)
    .findBy({ outcome: 'open', revision });
  const now = clock.now();
  return rows.find((row) => row.endsAt > now && sameEntry(row.entry, entry))?.id;
}

/** A flood of proposals must not bury one of them. @throws DomainError `PROPOSALS_WAITING` */
async function refuseFlood(
  { lists, clock }: ServiceRuntime,
  { actor }: RequestContext,
): Promise<void> {
  const waiting = await lists.dataSource.getRepository(ProposalRow).countBy({
    outcome: 'open',
    proposedBy: actor.person,
    endsAt: MoreThan(clock.now()),
  });
  if (waiting >= PROPOSALS_WAITING_AT_MOST)
    throw refusalsOf(recordEntry)('PROPOSALS_WAITING', { atMost: PROPOSALS_WAITING_AT_MOST });
}

export async function propose(
  service: ServiceRuntime,
  proposal: ChangeProposed['data'],
  { ifMatch: _, ...context }: RequestContext,
): Promise<Changed> {
  await refuseFlood(service, context);
  // From the command, so that a retry finds its own.
  const id = commandIdFrom(service.secret, 'proposal', context.commandId);
  const { position } = await service.run({
    decider: proposalDecider,
    stream: streamOfProposal(id),
    command: { type: 'ProposeChange', proposal },
    context,
  });
  const at = position === undefined ? {} : { position };
  return { revision: proposal.revision, proposal: id, ...at };
}
