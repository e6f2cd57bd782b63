import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { BadConfig, JsonLogger, limitsSchema } from '@minh-bach/http';
import { SettableClock, systemClock } from '@minh-bach/kernel';
import type { ServiceModule } from '@minh-bach/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createInfrastructure } from '../infrastructure.ts';
import { sealsIn } from '../prepare/index.ts';
import { createServicesApp } from '../services-app.ts';
import { logElsewhere } from './event-store-settings.ts';
import { kafkaSignIn } from './kafka-settings.ts';
import type { ServiceConfig } from './service-config.ts';

/** A service as a process runs it. */
export interface ServiceParts extends ServiceModule {
  /** Before it answers anybody. */
  readonly prepare?: (app: NestFastifyApplication, config: ServiceConfig) => Promise<void>;
}

export interface RunningService {
  readonly url: string;
  /** Answers what has begun and writes what waits, then lets go of the database. */
  close(): Promise<void>;
}

/** One service as a process of its own, by Kafka. Any number of instances may run. */
export async function startService(
  { service, module, prepare }: ServiceParts,
  config: ServiceConfig,
): Promise<RunningService> {
  const { MB_MODE: mode, MB_HOST: host, MB_SECRETS_FOLDER: secretsFolder } = config;
  if (mode === 'production') refuseToDrawSecrets(secretsFolder, service.name);
  const clock = mode === 'test' ? new SettableClock() : systemClock;
  const log = new JsonLogger({ service: service.name, level: config.MB_LOG_LEVEL });

  const assembled = await createInfrastructure({
    databaseUrl: config.MB_DATABASE_URL_FILE,
    logElsewhere: logElsewhere(config, mode === 'production'),
    secretsFolder,
    seals: sealsIn(service.name),
    filesFolder: config.MB_FILES_FOLDER ?? join(secretsFolder, 'no-files-here'),
    clock,
    log,
    limits: limitsSchema.parse(config),
    messages: {
      by: 'kafka',
      connection: {
        brokers: config.MB_KAFKA_BROKERS,
        clientId: service.name,
        ...kafkaSignIn(config),
      },
    },
  });
  const app = await createServicesApp([module.for(assembled.infrastructure)], {
    name: service.name,
    mode,
    commandSecret: assembled.commandSecret,
    tokens: {
      issuer: config.MB_OIDC_ISSUER,
      audience: config.MB_OIDC_AUDIENCE,
      keys: config.MB_OIDC_JWKS_URL,
      type: config.MB_OIDC_TOKEN_TYPE,
    },
    clock,
    demoPeople: config.MB_DEMO === '1',
    log: { level: config.MB_LOG_LEVEL },
    ...(config.MB_METRICS_PORT === undefined
      ? {}
      : { metrics: { host, port: config.MB_METRICS_PORT } }),
    shutdownHooks: false,
  });
  await app.init();
  await prepare?.(app, config);
  await app.listen(config.MB_PORT, host);

  return {
    url: await app.getUrl(),
    async close() {
      await app.close();
      await assembled.close();
    },
  };
}

/** A service with a key of its own would open nothing of the others', and refuse their messages. */
function refuseToDrawSecrets(folder: string, service: string): void {
  const isThere = (name: string) => existsSync(join(folder, name));
  const wanted = isThere('messages.secret')
    ? ['commands.secret', `service-${service}.secret`]
    : ['service.secret'];
  const missing = [...(sealsIn(service) ? ['master.key'] : []), ...wanted].filter(
    (name) => !isThere(name),
  );
  if (missing.length > 0)
    throw new BadConfig([`MB_SECRETS_FOLDER: holds no ${missing.join(' and no ')}`]);
}
