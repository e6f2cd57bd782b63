import { confirmProposal, decidedSchema, declineProposal, refusalsOf } from '@minh-bach/contracts';
import type { RequestContext } from '@minh-bach/http';
import { DomainError, commandIdFrom, requestHashOf } from '@minh-bach/kernel';
import { readStream, stateOf, useCase, type ServiceRuntime } from '@minh-bach/platform';
import { loadEntry, record, recording } from '../change-directory/change-entry.ts';
import { inTurn } from '../change-directory/in-turn.ts';
import { isKnown } from '../change-directory/is-known.ts';
import { refuseChange, refuseFormer } from '../change-directory/refuse-change.ts';
import { proposalDecider, type Proposal } from '../domain/proposal.decider.ts';
import type { ProposalEvent } from '../domain/proposal.events.ts';
import { streamOfProposal } from './propose.ts';

interface Decided {
  readonly id: string;
  readonly revision: number;
  /** Of the entry, where it was recorded. */
  readonly position?: string;
}

const answers = { schema: decidedSchema, of: ({ id }: Decided) => ({ id }) };

/**
 * The second administrator's word on what the first proposed. Agreed first, then recorded: should the
 * process die between, confirming again records it, whatever revision of the proposal that person saw.
 * Until it is recorded it must still be right.
 */
export const confirmation = useCase(
  confirmProposal,
  ({ service, number: id, context }): Promise<Decided> =>
    inTurn(service, async () => {
      await refuseAuditorBelow(service, context);
      const proposal = await load(service, id, context);
      const isConfirmed = proposal.outcome === 'confirmed';
      const deciding = decidingOn('ConfirmChange', id, isConfirmed ? unseen(context) : context);
      const recorded = recordedAs(service, id, context);
      await service.check(deciding);
      await refuseStale(service, proposal, recorded);
      const { revision } = await service.run(deciding);
      const { position } = await record(service, proposal.entry, recorded);
      return { id, revision, ...(position === undefined ? {} : { position }) };
    }),
  answers,
);

export const declination = useCase(
  declineProposal,
  ({ service, number: id, context }): Promise<Decided> =>
    inTurn(service, async () => {
      await load(service, id, context);
      const { revision } = await service.run(decidingOn('DeclineChange', id, context));
      return { id, revision };
    }),
  answers,
);

async function load(
  service: ServiceRuntime,
  id: string,
  context: RequestContext,
): Promise<Proposal> {
  await refuseFormer(service, context);
  const { infrastructure, registry } = service;
  const stream = streamOfProposal(id);
  const events = await readStream<ProposalEvent>(infrastructure.store, registry, stream);
  const proposal = stateOf(proposalDecider, events);
  if (!proposal) throw new DomainError('NOT_FOUND');
  return proposal;
}

/** What was right when it was proposed may no longer be; what was recorded is settled. */
async function refuseStale(
  service: ServiceRuntime,
  { entry, revision, by }: Proposal,
  recorded: RequestContext,
): Promise<void> {
  const { before, history, revision: now } = await loadEntry(service, entry);
  if (isKnown(history, recorded)) return;
  const posts = await service.organisation.postsOf(by);
  const proposerStays = posts.some(({ roles }) => roles.includes('administrator'));
  if (now !== revision || !proposerStays) throw refusalsOf(confirmProposal)('PROPOSAL_STALE');
  await service.check(await recording(service, entry, recorded));
  await refuseChange(service, entry, before, recorded, 'recorded');
}

const decidingOn = (
  type: 'ConfirmChange' | 'DeclineChange',
  id: string,
  context: RequestContext,
) => ({ decider: proposalDecider, stream: streamOfProposal(id), command: { type }, context });

/** One id for all who try, so that what was agreed once is recorded once. */
const recordedAs = (
  { secret }: ServiceRuntime,
  id: string,
  context: RequestContext,
): RequestContext => ({
  ...unseen(context),
  commandId: commandIdFrom(secret, 'confirmed', id),
  requestHash: requestHashOf(secret, id),
  causationId: context.commandId,
});

/**
 * An auditor confirms in place of an administrator who blocks: of the unit above all others only.
 *
 * @throws DomainError `ACTION_FORBIDDEN`
 */
async function refuseAuditorBelow(
  { organisation }: ServiceRuntime,
  { actor }: RequestContext,
): Promise<void> {
  if (actor.role !== 'auditor') return;
  const unit = await organisation.unit(actor.unit);
  if (unit?.parent !== null) throw new DomainError('ACTION_FORBIDDEN');
}

/** Without `If-Match`: it speaks of the proposal as it was seen, and of no other stream. */
const unseen = ({ ifMatch: _, ...context }: RequestContext): RequestContext => context;
