export * from './breach-watcher.ts';
export * from './callers.ts';
export * from './matter.entities.ts';
export * from './matter.projection.ts';
export * from './matters.ts';
export * from './protection.ts';
export * from './shield.ts';
export * from './whom-it-names.ts';
