export * from './clock-fact.ts';
export * from './integration/index.ts';
export * from './policy.ts';
export * from './roles.ts';
export * from './vocabulary.ts';
