import type { RecordedEvent } from '@minh-bach/kernel';
import { foldRows, ownerOf } from '@minh-bach/platform';
import type { Projection } from '@minh-bach/projections';
import { proposalDecider, type Proposal } from '../domain/proposal.decider.ts';
import { proposalEvents, type ProposalEvent } from '../domain/proposal.events.ts';
import { ProposalRow } from './proposal.entity.ts';

const TYPES: ReadonlySet<string> = new Set(proposalEvents.map(({ type }) => type));

export const proposalProjection: Projection = {
  name: 'proposals',
  // Since 2 it stays on the list who declined what its proposer took back later.
  version: 2,
  apply: (batch, manager) =>
    foldRows<ProposalRow>(
      manager,
      {
        entity: ProposalRow,
        key: 'id',
        keyOf: ({ event, stream }) => (TYPES.has(event.type) ? ownerOf(stream) : undefined),
        evolve: rowAfter,
      },
      batch,
    ),
};

function rowAfter(row: ProposalRow | undefined, recorded: RecordedEvent): ProposalRow | undefined {
  const { event, metadata, stream } = recorded as RecordedEvent<ProposalEvent>;
  const at = new Date(metadata.recordedAt);
  if (event.type !== 'ChangeProposed') {
    const outcome = event.type === 'ChangeConfirmed' ? 'confirmed' : 'declined';
    // A proposer who takes back what another declined did not decline it.
    if (outcome === 'declined' && row?.outcome === 'declined') return row;
    return row && { ...row, outcome, decidedBy: metadata.actor.person, decidedAt: at };
  }
  const proposed = proposalDecider.evolve(null, event, metadata) as Proposal;
  return {
    id: ownerOf(stream),
    entry: event.data.entry,
    before: event.data.before,
    revision: event.data.revision,
    proposedBy: proposed.by,
    proposedAt: at,
    endsAt: new Date(proposed.endsAt),
    outcome: 'open',
    decidedBy: null,
    decidedAt: null,
  };
}
