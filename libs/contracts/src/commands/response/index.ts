export * from './close-case.ts';
export * from './issue-decision.ts';
export * from './record-delivery.ts';
export * from './send-decision.ts';
