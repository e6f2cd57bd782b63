export * from './backup/index.ts';
export * from './infrastructure.ts';
export * from './prepare/index.ts';
export * from './secrets.ts';
export * from './service-process/index.ts';
export * from './services-app.ts';
