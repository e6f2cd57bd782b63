export * from './infrastructure.ts';
export * from './secrets.ts';
export * from './services-app.ts';
