import { SERVICES, type ServiceName } from '@minh-bach/contracts';
import { BadConfig, defineConfig, limitsSchema, modeSchema, portSchema } from '@minh-bach/http';
import { z } from 'zod';
import { eventStoreSettings, logElsewhere } from './event-store-settings.ts';
import { kafkaSettings, kafkaSignIn, refuseOpenKafka } from './kafka-settings.ts';
import { secretFile, wanted } from './secret-file.ts';

const databaseUrl = secretFile.pipe(
  z.url({ protocol: /^postgres(ql)?$/, error: 'must hold an address like postgresql://…' }),
);

const brokers = z
  .string(wanted('host:port,host:port,…'))
  .regex(/^[^\s,:/]+:\d{1,5}(,[^\s,:/]+:\d{1,5})*$/, { error: 'must be host:port,host:port,…' })
  .transform((text) => text.split(','));

const shape = z.object({
  MB_MODE: z.enum(modeSchema.options, wanted('demo, test or production')),
  MB_HOST: z.string().default('127.0.0.1'),
  MB_PORT: portSchema,
  MB_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** `/metrics` is served there, on `MB_HOST`; nowhere without it. */
  MB_METRICS_PORT: portSchema.optional(),

  MB_DATABASE_URL_FILE: databaseUrl,
  /** As `mb prepare` laid it for this process; or one with `master.key` and `service.secret` for all. */
  MB_SECRETS_FOLDER: z.string(wanted('a path')),
  /** Sealed files: the same for all instances of the services that keep any (`services.json`). */
  MB_FILES_FOLDER: z.string().optional(),
  ...limitsSchema.shape,
  MB_KAFKA_BROKERS: brokers,
  ...kafkaSettings,
  ...eventStoreSettings,

  /** As in `iss` of the tokens, byte for byte. */
  MB_OIDC_ISSUER: z.url({ protocol: /^https?$/, ...wanted('an address') }),
  /** Where this process reads the issuer's keys. */
  MB_OIDC_JWKS_URL: z
    .url({ protocol: /^https?$/, ...wanted('an address') })
    .transform((text) => new URL(text)),
  /** As in `aud` of the tokens. */
  MB_OIDC_AUDIENCE: z.string().default('minh-bach'),
  /** Keycloak says `JWT`. */
  MB_OIDC_TOKEN_TYPE: z.string().default('at+jwt'),

  /** `1`: the directory records the demonstration's invented units and people. */
  MB_DEMO: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('0'),
  /** The directory's alone: the `sub`s of the two who record everybody else, while one is missing. */
  MB_FIRST_ADMINISTRATOR_SUBJECT: z.string().optional(),
  MB_FIRST_ADMINISTRATOR_NAME: z.string().default('Quản trị hệ thống'),
  MB_SECOND_ADMINISTRATOR_SUBJECT: z.string().optional(),
  MB_SECOND_ADMINISTRATOR_NAME: z.string().default('Quản trị hệ thống (người thứ hai)'),
});

export type ServiceConfig = z.output<typeof shape>;
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What a service that runs as a process of its own is told. Its port follows from its name.
 *
 * @throws BadConfig with a line for each bad value
 */
export function readServiceConfig(env: Environment, name: ServiceName): ServiceConfig {
  const { port, files } = SERVICES[name];
  const config = defineConfig(shape, { ...env, MB_PORT: env['MB_PORT'] || String(port) });
  if (files && config.MB_FILES_FOLDER === undefined)
    throw new BadConfig([`MB_FILES_FOLDER: must be set for ${name}`]);
  kafkaSignIn(config);
  logElsewhere(config, config.MB_MODE === 'production');
  if (config.MB_MODE === 'production') refuseInProduction(config);
  return config;
}

function refuseInProduction(config: ServiceConfig): void {
  const { MB_DEMO: demo, MB_OIDC_ISSUER: issuer } = config;
  const lines = [
    ...(demo === '1' ? ['MB_DEMO: production refuses demo people'] : []),
    ...(issuer.startsWith('https:') ? [] : ['MB_OIDC_ISSUER: must be https in production']),
    ...refuseOpenKafka(config),
  ];
  if (lines.length > 0) throw new BadConfig(lines);
}
