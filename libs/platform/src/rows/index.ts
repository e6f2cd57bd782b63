export * from './clock-columns.ts';
export * from './due.ts';
export * from './fold-rows.ts';
export * from './iso-week.ts';
export * from './references.ts';
export * from './open-working.ts';
export * from './read-worklist.ts';
export * from './worklist.controller.ts';
