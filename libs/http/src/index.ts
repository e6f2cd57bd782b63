export * from './auth/index.ts';
export * from './configuration/index.ts';
export * from './health/index.ts';
export * from './http/index.ts';
export * from './problems/index.ts';
export * from './telemetry/index.ts';
export { CLOCK, COMMAND_SECRET, MODE } from './tokens.ts';
