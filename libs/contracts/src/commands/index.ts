export { bodySchemaOf } from './body-schema.ts';
export * from './define-command.ts';
export { COMMANDS } from './list.ts';
export * from './investigation/index.ts';
export * from './response/index.ts';
export * from './triage/index.ts';
export type { Field, FieldKind } from './fields.ts';
export type { MatterParts, Situation } from './situation.ts';
