export * from './alarms.http.ts';
export * from './common.ts';
export * from './directory.http.ts';
export * from './intake.http.ts';
export * from './investigation.http.ts';
export * from './operations.http.ts';
export * from './response.http.ts';
export * from './triage.http.ts';
