import { kafkaSignIn } from '@minh-bach/assembly';
import { createGateway } from '@minh-bach/gateway';
import type { Gateway, GatewayOptions } from '@minh-bach/gateway';
import { DomainError, SettableClock, systemClock } from '@minh-bach/kernel';
import type { Observe } from '@minh-bach/messaging';
import {
  createSignIn,
  DEVICE_CLIENT,
  GATEWAY_CLIENT,
  loadOrCreateSecrets,
} from '@minh-bach/sign-in';
import type { SignIn, SignInSecrets } from '@minh-bach/sign-in';
import type { Config } from './config.ts';
import { listenToDirectory } from './directory-messages.ts';

/** The gateway as a process of its own, with the embedded provider unless an external one is named. */
export async function start(config: Config): Promise<Gateway> {
  const secrets = await loadOrCreateSecrets(config.MB_SECRETS_FOLDER);
  const signIn = config.external ? undefined : await embedded(config, secrets);
  const gateway = await createGateway({
    publicOrigin: config.MB_PUBLIC_ORIGIN,
    internalHosts: [`127.0.0.1:${config.MB_PORT}`, ...config.MB_INTERNAL_HOSTS],
    trustedProxies: config.MB_TRUSTED_PROXIES,
    mode: config.MB_MODE,
    calendar: config.MB_MODE === 'test' ? new SettableClock() : systemClock,
    databaseUrl: config.MB_DATABASE_URL_FILE,
    sealKey: secrets.sealKey,
    provider: provider(config, secrets),
    services: config.services,
    webRoot: config.MB_WEB_ROOT,
    ...(config.MB_METRICS_PORT === undefined
      ? {}
      : { metrics: { host: config.MB_HOST, port: config.MB_METRICS_PORT } }),
    ...(signIn ? { signIn } : {}),
  });
  const consumer = config.MB_KAFKA_BROKERS
    ? await listenToDirectory({
        connection: { brokers: config.MB_KAFKA_BROKERS, ...kafkaSignIn(config) },
        databaseUrl: config.MB_DATABASE_URL_FILE,
        secretsFolder: config.MB_SECRETS_FOLDER,
        handler: gateway.handleDirectory,
        observe: noteIn(gateway.app.log),
      })
    : undefined;
  if (consumer) gateway.hears(consumer);
  await gateway.listen({ host: config.MB_HOST, port: config.MB_PORT });
  return {
    ...gateway,
    async close() {
      await consumer?.stop();
      await gateway.close();
      await signIn?.close();
    },
  };
}

/** Codes and ids alone: what a message says stays out of the log. */
const noteIn =
  (log: Gateway['app']['log']): Observe =>
  (event) => {
    if (event.kind === 'failing') log.warn({ who: event.who }, 'messages fail, trying again');
    if (event.kind === 'held' && event.state === 'parked') {
      const { code, errorId, stream } = event;
      log.error({ code, errorId, stream }, 'a stream is parked; an operator has to act');
    }
    if (event.kind === 'missing')
      log.error(
        { from: event.from, to: event.to },
        'messages are gone that were not taken in; an operator has to act',
      );
  };

async function embedded(config: Config, secrets: SignInSecrets): Promise<SignIn> {
  const signIn = await createSignIn({
    databaseUrl: config.MB_DATABASE_URL_FILE,
    publicOrigin: config.MB_PUBLIC_ORIGIN,
    secrets,
    mode: config.MB_MODE,
    // Links are given out where directory and provider live in one process.
    recordFirstAdministrator: () => Promise.reject(new DomainError('NOT_HERE')),
  });
  for (const account of config.demoAccounts) await signIn.ensureAccount({ ...account, demo: true });
  return signIn;
}

function provider(config: Config, secrets: SignInSecrets): GatewayOptions['provider'] {
  const { external, MB_OIDC_INTERNAL_ORIGIN: internalOrigin, MB_OIDC_TOKEN_TYPE: type } = config;
  if (!external) {
    return {
      issuer: `${config.MB_PUBLIC_ORIGIN}/oidc`,
      clientId: GATEWAY_CLIENT,
      clientSecret: secrets.gatewayClientSecret,
      deviceClientId: DEVICE_CLIENT,
      internalOrigin: `http://127.0.0.1:${config.MB_PORT}`,
    };
  }
  return {
    ...external,
    deviceClientId: config.MB_OIDC_DEVICE_CLIENT_ID,
    ...(internalOrigin === undefined ? {} : { internalOrigin }),
    ...(type === undefined ? {} : { tokenType: type }),
  };
}
