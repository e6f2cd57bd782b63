export * from './appoint-deputy.ts';
export * from './decide-proposal.ts';
export * from './record-entry.ts';
