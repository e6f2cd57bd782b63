import { closeCase } from './close-case.ts';
import { confirmDay, declineDay } from './confirm-day.ts';
import { issueDecision } from './issue-decision.ts';
import { PUBLICATION_COMMANDS } from './publication.ts';
import { recordDelivery } from './record-delivery.ts';
import { sendDecision } from './send-decision.ts';
import { reportDecisionDelay, urgeDecision } from './urge-decision.ts';

export * from './close-case.ts';
export * from './confirm-day.ts';
export * from './issue-decision.ts';
export * from './publication.ts';
export * from './record-delivery.ts';
export * from './send-decision.ts';
export * from './urge-decision.ts';

/** In the order in which a page offers them. */
export const RESPONSE_COMMANDS = [
  issueDecision,
  sendDecision,
  recordDelivery,
  ...PUBLICATION_COMMANDS,
  closeCase,
  urgeDecision,
  reportDecisionDelay,
  confirmDay,
  declineDay,
];
