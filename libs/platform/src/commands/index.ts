export * from './command-run.ts';
export * from './command-runner.ts';
export * from './in-turn.ts';
export * from './message-context.ts';
export * from './read-stream.ts';
