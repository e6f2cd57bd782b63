/** What a browser takes of the contracts: data and words. Nothing here imports zod or Node. */
export type * from './commands/define-command.ts';
export type * from './commands/fields.ts';
export type * from './commands/situation.ts';
export * from './columns/index.ts';
export * from './commands/intake/index.ts';
export * from './commands/investigation/index.ts';
export * from './commands/list.ts';
export * from './commands/response/index.ts';
export * from './commands/triage/index.ts';
export { proposedDraft } from './commands/investigation/of-case.ts';
export { serviceOf } from './commands/define-command.ts';
export * from './list-bounds.ts';
export * from './localized.ts';
export * from './policy.ts';
export * from './purpose-words.ts';
export * from './services.ts';
export * from './state-words.ts';
export * from './vocabulary-words.ts';
