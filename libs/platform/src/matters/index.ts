export * from './breach-watcher.ts';
export * from './matter.entities.ts';
export * from './matter.migration.ts';
export * from './matter.projection.ts';
export * from './matters.ts';
export * from './notices.controller.ts';
export * from './load-matter.ts';
export * from './matter-page.controller.ts';
