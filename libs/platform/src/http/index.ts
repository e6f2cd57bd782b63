export { answer, Answer } from './answer.ts';
export { Command, type CommandHeaders } from './command.ts';
export { createHttpApp } from './create-http-app.ts';
export { Operation, type OperationDescription } from './operation.ts';
export { etagOf } from './etag.ts';
export type { HttpAppConfig } from './http-app-config.ts';
export { Limit } from './limit.ts';
export { Routes, type Route } from './routes.ts';
export { WaitPosition } from './wait-position.ts';
