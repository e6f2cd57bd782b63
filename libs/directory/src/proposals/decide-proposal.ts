import { DomainError, commandIdFrom, requestHashOf } from '@minh-bach/kernel';
import { ServiceRuntime, readStream, stateOf, type RequestContext } from '@minh-bach/platform';
import { Injectable } from '@nestjs/common';
import { DirectoryChanges } from '../change-directory/directory-changes.ts';
import { isKnown } from '../change-directory/is-known.ts';
import { refuseChange, refuseFormer } from '../change-directory/refuse-change.ts';
import { proposalDecider, type Proposal } from '../domain/proposal.decider.ts';
import type { ProposalEvent } from '../domain/proposal.events.ts';
import { streamOfProposal } from './propose.ts';

export interface Decided {
  readonly id: string;
  readonly revision: number;
  /** Of the entry, where it was recorded. */
  readonly position?: string;
}

/** The second administrator's word on what the first proposed. */
@Injectable()
export class ProposalDecisions {
  constructor(
    private readonly service: ServiceRuntime,
    private readonly changes: DirectoryChanges,
  ) {}

  /**
   * Agreed first, then recorded: should the process die between, confirming again records it, whatever
   * revision of the proposal that person saw. Until it is recorded it must still be right.
   *
   * @throws DomainError `NOT_FOUND`, `PROPOSAL_STALE`, whatever the decider and `refuseChange` refuse
   */
  confirm(id: string, context: RequestContext): Promise<Decided> {
    return this.changes.turns.take(async () => {
      await refuseAuditorBelow(this.service, context);
      const proposal = await this.#proposal(id, context);
      const isConfirmed = proposal.outcome === 'confirmed';
      const deciding = this.#deciding('ConfirmChange', id, isConfirmed ? unseen(context) : context);
      const recorded = this.#recordedAs(id, context);
      await this.service.check(deciding);
      await this.#refuse(proposal, recorded);
      const { revision } = await this.service.run(deciding);
      const { position } = await this.changes.record(proposal.entry, recorded);
      return { id, revision, ...(position === undefined ? {} : { position }) };
    });
  }

  /** The one who proposed it may take it back so, too. */
  decline(id: string, context: RequestContext): Promise<Decided> {
    return this.changes.turns.take(async () => {
      await this.#proposal(id, context);
      const { revision } = await this.service.run(this.#deciding('DeclineChange', id, context));
      return { id, revision };
    });
  }

  async #proposal(id: string, context: RequestContext): Promise<Proposal> {
    await refuseFormer(this.service, context);
    const { infrastructure, registry } = this.service;
    const stream = streamOfProposal(id);
    const events = await readStream<ProposalEvent>(infrastructure.store, registry, stream);
    const proposal = stateOf(proposalDecider, events);
    if (!proposal) throw new DomainError('NOT_FOUND');
    return proposal;
  }

  /** What was right when it was proposed may no longer be; what was recorded is settled. */
  async #refuse({ entry, revision, by }: Proposal, recorded: RequestContext): Promise<void> {
    const { before, history, revision: now } = await this.changes.load(entry);
    if (isKnown(history, recorded)) return;
    const posts = await this.service.organisation.postsOf(by);
    const proposerStays = posts.some(({ roles }) => roles.includes('administrator'));
    if (now !== revision || !proposerStays) throw new DomainError('PROPOSAL_STALE');
    await this.service.check(await this.changes.recording(entry, recorded));
    await refuseChange(this.service, entry, before, recorded);
  }

  #deciding(type: 'ConfirmChange' | 'DeclineChange', id: string, context: RequestContext) {
    return {
      decider: proposalDecider,
      stream: streamOfProposal(id),
      command: { type },
      context,
    } as const;
  }

  /** One id for all who try, so that what was agreed once is recorded once. */
  #recordedAs(id: string, context: RequestContext): RequestContext {
    const { secret } = this.service;
    return {
      ...unseen(context),
      commandId: commandIdFrom(secret, 'confirmed', id),
      requestHash: requestHashOf(secret, id),
      causationId: context.commandId,
    };
  }
}

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
