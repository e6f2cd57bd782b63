export * from './organisation.entities.ts';
export * from './organisation.events.ts';
export * from './organisation.projection.ts';
export * from './organisation.ts';
export { actsInUnit } from './queries.ts';
export type { Unit } from './units.ts';
export * from './still-acts.ts';
export * from './will-since.ts';
export { tenuresAfter } from './tenures.ts';
