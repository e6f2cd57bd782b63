export * from './ask.ts';
export * from './asked-by.ts';
export * from './naming.ts';
export * from './neighbours.ts';
export * from './organisation.ts';
export * from './rebuilds.ts';
export * from './start-service.ts';
export * from './test-infrastructure.ts';
