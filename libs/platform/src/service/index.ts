export * from './infrastructure.ts';
export * from './read-models.ts';
export * from './service-definition.ts';
export * from './service-provider.ts';
export * from './service-runtime.ts';
