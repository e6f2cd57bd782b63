export * from './column.ts';
export * from './triage.columns.ts';
