export * from './describe.ts';
export * from './history.ts';
export * from './history.controller.ts';
