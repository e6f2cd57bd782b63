export * from './clock-columns.ts';
export * from './due.ts';
export * from './fold-rows.ts';
export * from './iso-week.ts';
export * from './references.ts';
export * from './search-words.ts';
export * from './step.entity.ts';
export * from './write-rows.ts';
