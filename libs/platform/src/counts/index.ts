export * from './counted.ts';
export * from './counts.controller.ts';
export * from './counts.entities.ts';
export * from './counts.projection.ts';
export * from './read-counts.ts';
