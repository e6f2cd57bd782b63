import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SettableClock, systemClock } from '@minh-bach/kernel';
import { refuseInProduction } from '../configuration/production.ts';
import { HttpKitModule } from '../http-kit.module.ts';
import { JsonLogger } from '../telemetry/logger.ts';
import { Metrics } from '../telemetry/metrics.ts';
import { logRequests } from '../telemetry/request-log.ts';
import { fastifyOptions, openRequestScope } from './fastify-options.ts';
import type { HttpAppConfig } from './http-app-config.ts';
import { acceptJsonOnly } from './json-body.ts';
import { registerLimits } from './limit.ts';
import { refuseForeignRoutes } from './route-audit.ts';
import { Routes } from './routes.ts';

@Module({})
class RootModule {}

/**
 * An app with everything the house asks of one: problems, the guard, strict input, health, logs. Not
 * listening yet, so that plugins can still be registered: `await app.listen(port, host)` or
 * `await app.init()`.
 *
 * @throws BadConfig when production would start with something of the demonstration
 */
export async function createHttpApp({
  module,
  config,
}: {
  module: Type | DynamicModule;
  config: HttpAppConfig;
}): Promise<NestFastifyApplication> {
  refuseInProduction(config);
  const clock = config.clock ?? (config.mode === 'test' ? new SettableClock() : systemClock);
  const logger = new JsonLogger({ service: config.name, ...config.log });
  const { timeout = 120_000 } = config;

  const adapter = new FastifyAdapter(fastifyOptions({ request: timeout, handler: timeout }));
  const app = await NestFactory.create<NestFastifyApplication>(
    { module: RootModule, imports: [HttpKitModule.for(config, clock, logger), module] },
    adapter,
    { logger, abortOnError: false, bodyParser: false },
  );
  const fastify = adapter.getInstance();
  refuseForeignRoutes(fastify, app.get(Routes), config.foreignRoutes ?? []);
  acceptJsonOnly(fastify);
  openRequestScope(fastify);
  logRequests(fastify, logger);
  app.get(Metrics).observe(fastify);
  await registerLimits(app);
  if (config.shutdownHooks ?? true) app.enableShutdownHooks();
  return app;
}
