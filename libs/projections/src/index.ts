export { expectRebuildEqualsLive, type TableDifference } from './compare.ts';
export type { Failure } from './failure.ts';
export type { ProjectionLog, ReadModelOptions, Source } from './options.ts';
export type { Projection, Versions } from './projection.ts';
export { createReadModel, type ReadModel } from './read-model.ts';
export type { RebuildOptions } from './rebuild.ts';
export type { ReadModelStatus, RebuildProgress } from './status.ts';
export type { SortColumn } from './cursor.ts';
export { readPage, type Page, type PageRequest } from './keyset.ts';
