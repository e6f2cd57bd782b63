export * from './operations.controller.ts';
export * from './operations.ts';
