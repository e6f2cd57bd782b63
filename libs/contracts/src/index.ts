export * from './breach.ts';
export * from './clock-fact.ts';
export * from './history.ts';
export * from './http/index.ts';
export * from './integration/index.ts';
export * from './policy.ts';
export * from './roles.ts';
export * from './vocabulary.ts';
