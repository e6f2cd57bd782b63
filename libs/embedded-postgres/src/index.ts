export { startEmbeddedPostgres } from './start.ts';
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './start.ts';
export { makeFolder } from './make-folder.ts';
export { runningUrl } from './running-url.ts';
export { explainStartFailure, StartError } from './start-error.ts';
export type { StartErrorCode } from './start-error.ts';
