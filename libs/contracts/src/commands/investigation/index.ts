export * from './add-case-note.ts';
export * from './approve-conclusion.ts';
export * from './assign-case.ts';
export * from './propose-conclusion.ts';
export * from './record-evidence.ts';
export * from './record-explanation.ts';
export * from './return-conclusion.ts';
export { proposedDraft } from './of-case.ts';
