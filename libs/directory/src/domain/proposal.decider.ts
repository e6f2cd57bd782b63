import {
  PROPOSAL_DAYS,
  confirmProposal,
  declineProposal,
  refusal,
  refusalsOf,
  isOneOf,
} from '@minh-bach/contracts';
import type { Actor, Decider } from '@minh-bach/kernel';
import type { ChangeProposed, ProposalEvent } from './proposal.events.ts';

export type ProposalCommand =
  | { readonly type: 'ProposeChange'; readonly proposal: ChangeProposed['data'] }
  | { readonly type: 'ConfirmChange' }
  | { readonly type: 'DeclineChange' };

export type Proposal = ChangeProposed['data'] & {
  readonly by: string;
  /** ISO instant, UTC. */
  readonly endsAt: string;
  readonly outcome: 'open' | 'confirmed' | 'declined';
  /** Its proposer took it back, before another declined it or after: nobody overrules that. */
  readonly isWithdrawn: boolean;
};

/** What both answers may be refused for. */
const refuse = refusalsOf(declineProposal);

const endOf = (proposedAt: string): string =>
  new Date(Date.parse(proposedAt) + PROPOSAL_DAYS * 86_400_000).toISOString();

/** One change of the directory that takes two administrators: the first proposes, the second decides. */
export const proposalDecider: Decider<Proposal | null, ProposalCommand, ProposalEvent> = {
  initialState: null,

  decide(command, proposal, { actor, now }) {
    if (command.type === 'ProposeChange') {
      if (proposal) throw refuse('PROPOSAL_DECIDED');
      return [{ type: 'ChangeProposed', data: command.proposal }];
    }
    if (!proposal) throw refusal('NOT_FOUND');
    const outcome = command.type === 'ConfirmChange' ? 'confirmed' : 'declined';
    const isTakenBack = takesBack(actor, outcome, proposal);
    if (proposal.outcome === outcome && !isTakenBack) return [];
    if (proposal.outcome !== 'open' && !isTakenBack && !overrules(actor, outcome, proposal))
      throw refuse('PROPOSAL_DECIDED');
    if (now >= proposal.endsAt) throw refuse('PROPOSAL_ENDED', { days: PROPOSAL_DAYS });
    if (isOneOf(proposal.concerned, actor)) throw refuse('NOT_FOR_ONESELF');
    if (outcome === 'declined') return [{ type: 'ChangeDeclined', data: {} }];
    if (proposal.by === actor.person) throw refusalsOf(confirmProposal)('SECOND_ADMINISTRATOR');
    return [{ type: 'ChangeConfirmed', data: {} }];
  },

  evolve(proposal, event, { actor, recordedAt }) {
    switch (event.type) {
      case 'ChangeProposed':
        return {
          ...event.data,
          by: actor.person,
          endsAt: endOf(recordedAt),
          outcome: 'open',
          isWithdrawn: false,
        };
      case 'ChangeConfirmed':
        return proposal && { ...proposal, outcome: 'confirmed' };
      case 'ChangeDeclined':
        return (
          proposal && {
            ...proposal,
            outcome: 'declined',
            isWithdrawn: proposal.isWithdrawn || proposal.by === actor.person,
          }
        );
    }
  },
};

/** The proposer declines, once, what another declined: no auditor confirms it from then on. */
const takesBack = (actor: Actor, outcome: Proposal['outcome'], proposal: Proposal): boolean =>
  outcome === 'declined' &&
  proposal.outcome === 'declined' &&
  proposal.by === actor.person &&
  !proposal.isWithdrawn;

/**
 * One administrator cannot block the other for ever: an auditor may confirm what an administrator
 * proposed and another declined. It still takes two people.
 */
const overrules = (actor: Actor, outcome: Proposal['outcome'], proposal: Proposal): boolean =>
  actor.role === 'auditor' &&
  outcome === 'confirmed' &&
  proposal.outcome === 'declined' &&
  !proposal.isWithdrawn;
