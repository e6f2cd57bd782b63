export * from './case.columns.ts';
export * from './column.ts';
export * from './triage.columns.ts';
