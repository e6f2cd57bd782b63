export * from './figured.ts';
export * from './figures.controller.ts';
export * from './figures.entities.ts';
export * from './figures.projection.ts';
export * from './read-figures.ts';
