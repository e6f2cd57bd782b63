import type { Proposal } from '@minh-bach/contracts';
import type { Basis } from '../domain/petition.events.ts';

/** The engine's codes for what a person may decide. */
const CODES = {
  accepted: 'accept',
  not_accepted: 'refuse_accept',
  guided: 'guide',
  transferred: 'transfer',
  filed: 'file',
} as const;

/** What was proposed, and whether the person decided as proposed: kept with the decision for ever. */
export const basisOf = (proposal: Proposal, decided: keyof typeof CODES): Basis => ({
  rule: proposal.rule,
  law: proposal.law,
  proposed: proposal.outcomes.map(({ code }) => code),
  agreed: proposal.outcomes.some(({ code }) => code === CODES[decided]),
  packVersion: proposal.packVersion,
});
