import { isIP } from 'node:net';
import { fileURLToPath } from 'node:url';
import { kafkaSettings, kafkaSignIn, refuseOpenKafka, secretFile } from '@minh-bach/assembly';
import { SERVICE_NAMES, forEachService, type ServiceName } from '@minh-bach/contracts';
import { publicOriginSchema, upstreamSchema } from '@minh-bach/gateway';
import { BadConfig, defineConfig, modeSchema, portSchema } from '@minh-bach/http';
import { z } from 'zod';

const list = z.string().transform((text) => text.split(',').map((each) => each.trim()));

/** Wider is no network of proxies: everybody could name themselves. */
const WIDEST = { 4: 8, 6: 16 };

function isProxy(text: string): boolean {
  const [address = '', length, ...more] = text.split('/');
  const version = isIP(address);
  if ((version !== 4 && version !== 6) || more.length > 0) return false;
  if (length === undefined) return true;
  const bits = Number(length);
  return /^\d+$/.test(length) && bits >= WIDEST[version] && bits <= (version === 4 ? 32 : 128);
}

const proxies = list.refine((each) => each.every(isProxy), {
  error:
    'must be addresses or networks, e.g. 10.0.0.5 or 10.0.0.0/24, none wider than /8 (IPv6 /16)',
});

const addressOf = (service: ServiceName) =>
  `MB_${service.toUpperCase() as Uppercase<ServiceName>}_URL` as const;

/** Where each service listens: `MB_INTAKE_URL` and so on. */
const addresses = Object.fromEntries(
  SERVICE_NAMES.map((service) => [addressOf(service), upstreamSchema]),
) as Record<ReturnType<typeof addressOf>, typeof upstreamSchema>;

const shape = z.object({
  MB_MODE: modeSchema,
  MB_HOST: z.string().default('127.0.0.1'),
  MB_PORT: portSchema.default(3000),
  /** `/metrics` is served there, on `MB_HOST`; nowhere without it. */
  MB_METRICS_PORT: portSchema.optional(),
  MB_PUBLIC_ORIGIN: publicOriginSchema,
  /** Further `Host` values by which services and health checks reach this process. */
  MB_INTERNAL_HOSTS: list.default([]),
  /** Reverse proxies before this process, e.g. `10.0.0.5`; nobody else's `X-Forwarded-For` counts. */
  MB_TRUSTED_PROXIES: proxies.default([]),
  MB_DATABASE_URL_FILE: secretFile,
  /** Keeps the keys that are drawn on the first start; the same for all instances. */
  MB_SECRETS_FOLDER: z.string(),
  ...addresses,
  MB_WEB_ROOT: z.string().default(fileURLToPath(new URL('../../console/dist', import.meta.url))),

  /** Where the directory's messages come from; in production it must be said. */
  MB_KAFKA_BROKERS: list.optional(),
  ...kafkaSettings,

  /** An external provider (Keycloak); without one the embedded provider is used. */
  MB_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  MB_OIDC_CLIENT_ID: z.string().optional(),
  MB_OIDC_CLIENT_SECRET_FILE: secretFile.optional(),
  MB_OIDC_DEVICE_CLIENT_ID: z.string().default('mb'),
  MB_OIDC_INTERNAL_ORIGIN: upstreamSchema.optional(),
  MB_OIDC_TOKEN_TYPE: z.string().optional(),

  /** JSON: `[{ "username", "password", "sub" }]`, for the embedded provider. */
  MB_DEMO_ACCOUNTS_FILE: secretFile.optional(),
});

const demoAccounts = z.array(
  z.strictObject({ username: z.string(), password: z.string(), sub: z.string() }),
);

export type Config = ReturnType<typeof readConfig>;

/** @throws BadConfig with a line for each bad value */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env) {
  const set = defineConfig(shape, env);
  const { MB_OIDC_ISSUER: issuer, MB_OIDC_CLIENT_ID: clientId } = set;
  const clientSecret = set.MB_OIDC_CLIENT_SECRET_FILE;
  const external = issuer !== undefined && clientId !== undefined && clientSecret !== undefined;
  if (issuer !== undefined && !external) {
    throw new BadConfig(['MB_OIDC_ISSUER: needs MB_OIDC_CLIENT_ID and MB_OIDC_CLIENT_SECRET_FILE']);
  }
  kafkaSignIn(set);
  if (set.MB_MODE === 'production') refuseInProduction(set);
  return {
    ...set,
    services: forEachService((service) => set[addressOf(service)]),
    external: external ? { issuer, clientId, clientSecret } : undefined,
    demoAccounts: demoAccounts.parse(JSON.parse(set.MB_DEMO_ACCOUNTS_FILE ?? '[]')),
  };
}

function refuseInProduction(set: z.output<typeof shape>): void {
  const issuer = set.MB_OIDC_ISSUER;
  const lines = [
    ...(issuer === undefined
      ? ['MB_OIDC_ISSUER: must be set in production where services run apart']
      : issuer.startsWith('https:')
        ? []
        : ['MB_OIDC_ISSUER: must be https']),
    ...(set.MB_DEMO_ACCOUNTS_FILE === undefined
      ? []
      : ['MB_DEMO_ACCOUNTS_FILE: production refuses demo people']),
    ...(set.MB_KAFKA_BROKERS === undefined
      ? ['MB_KAFKA_BROKERS: must be set, or revoked rights end no session']
      : refuseOpenKafka(set)),
  ];
  if (lines.length > 0) throw new BadConfig(lines);
}
