export * from './describe.ts';
export * from './history.ts';
