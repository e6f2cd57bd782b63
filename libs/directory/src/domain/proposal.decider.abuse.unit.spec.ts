import type { Actor } from '@minh-bach/kernel';
import { describe, expect, it } from '@jest/globals';
import { person } from '../directory.fixture.ts';
import { proposalDecider, type Proposal, type ProposalCommand } from './proposal.decider.ts';

const NOW = '2026-11-20T02:00:00.000Z';
const quan: Actor = { person: 'quan', role: 'administrator', unit: 'CHQ' };
const linh: Actor = { ...quan, person: 'linh' };
const ha: Actor = { person: 'ha', role: 'auditor', unit: 'CHQ' };
const change = { entry: person, before: null, revision: -1, concerned: [] };

/** One proposal, with what each word on it recorded. */
function proposedBy(proposer: Actor) {
  let proposal: Proposal | null = null;
  const says = (actor: Actor, command: ProposalCommand) => {
    const events = proposalDecider.decide(command, proposal, { actor, now: NOW });
    for (const event of events)
      proposal = proposalDecider.evolve(proposal, event, { actor, recordedAt: NOW } as never);
    return events.map(({ type }) => type);
  };
  says(proposer, { type: 'ProposeChange', proposal: change });
  return {
    declines: (actor: Actor) => says(actor, { type: 'DeclineChange' }),
    confirms: (actor: Actor) => says(actor, { type: 'ConfirmChange' }),
  };
}

describe('T33: a proposer who takes back what another administrator declined', () => {
  it('is not overruled: no auditor confirms it', () => {
    const { declines, confirms } = proposedBy(quan);
    declines(linh);
    expect(declines(quan)).toEqual(['ChangeDeclined']);
    expect(() => confirms(ha)).toThrow(expect.objectContaining({ code: 'PROPOSAL_DECIDED' }));
  });

  it('takes it back once, and nobody else undoes that by declining it', () => {
    const { declines, confirms } = proposedBy(quan);
    declines(linh);
    declines(quan);
    for (const actor of [quan, linh]) expect(declines(actor)).toEqual([]);
    expect(() => confirms(ha)).toThrow(expect.objectContaining({ code: 'PROPOSAL_DECIDED' }));
  });

  it('is no other administrator: where these decline again, an auditor still confirms', () => {
    const { declines, confirms } = proposedBy(quan);
    declines(linh);
    expect(declines(linh)).toEqual([]);
    expect(confirms(ha)).toEqual(['ChangeConfirmed']);
  });
});
