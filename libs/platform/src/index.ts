export * from './commands/index.ts';
export * from './history/index.ts';
export * from './matters/index.ts';
export * from './organisation/index.ts';
export * from './service/index.ts';
