import { join } from 'node:path';
import {
  createInfrastructure,
  createServicesApp,
  refuseUnfinishedImport,
} from '@minh-bach/assembly';
import { DIRECTORY_TOPIC, forEachService } from '@minh-bach/contracts';
import {
  ADMINISTRATORS_NEEDED,
  administratorsOf,
  recordFirstAdministrator,
} from '@minh-bach/directory';
import { startEmbeddedPostgres } from '@minh-bach/embedded-postgres';
import { createGateway } from '@minh-bach/gateway';
import { JsonLogger } from '@minh-bach/http';
import { SettableClock, systemClock } from '@minh-bach/kernel';
import { ServiceRuntime, publicationOf } from '@minh-bach/platform';
import { allParts } from '@minh-bach/services';
import {
  AUDIENCE,
  DEVICE_CLIENT,
  GATEWAY_CLIENT,
  createSignIn,
  loadOrCreateSecrets,
  type FirstLink,
} from '@minh-bach/sign-in';
import type { Config } from './config.ts';
import { DemoOffice } from './demo-office/demo-office.ts';
import { recordDemo } from './people.ts';
import { statusBehind } from './status-behind.ts';

export interface Standalone {
  /** Where people look. */
  readonly url: string;
  /** A link for each of the first two administrators that is missing; with the name of who is known. */
  readonly firstAdministrators: readonly FirstLink[];
  /** Of some of the demo's petitions. */
  readonly receiptCodes: readonly string[];
  /** Settles when the database has gone by itself. */
  readonly gone: Promise<string>;
  close(): Promise<void>;
}

/**
 * All services and the gateway in one process, on an embedded PostgreSQL.
 *
 * @param tell how far the demo's matters are, where the first start makes them
 */
export async function startStandalone(
  config: Config,
  tell?: (done: number, of: number) => void,
): Promise<Standalone> {
  const { mode, dataFolder } = config;
  const furnishes = mode === 'demo' && config.demo && config.demoOffice;
  const secretsFolder = join(dataFolder, 'secrets');
  const clock = mode === 'test' || furnishes ? new SettableClock() : systemClock;
  const log = new JsonLogger({ service: 'standalone', level: config.logLevel });

  // 1. The engines.
  refuseUnfinishedImport(dataFolder);
  const parts = await allParts();
  const postgres = await startEmbeddedPostgres({ dataFolder });
  const assembled = await createInfrastructure({
    databaseUrl: postgres.socketUrl,
    logElsewhere: config.logElsewhere,
    secretsFolder,
    filesFolder: join(dataFolder, 'files'),
    clock,
    log,
    limits: config.limits,
    messages: {
      by: 'log',
      publications: parts.flatMap(({ service }) => publicationOf(service) ?? []),
    },
  });

  const { store } = assembled.infrastructure;
  const office = furnishes ? await DemoOffice.open(dataFolder, store, new Date()) : undefined;
  if (office && clock instanceof SettableClock) clock.set(office.beginsAt);

  // 2. Sign-in knows the services only by what it calls back.
  const publicOrigin = `http://localhost:${config.port}`;
  const secrets = await loadOrCreateSecrets(secretsFolder);
  const signIn = await createSignIn({
    databaseUrl: postgres.socketUrl,
    publicOrigin,
    secrets,
    mode,
    recordFirstAdministrator: (administrator) => recordFirstAdministrator(services, administrator),
  });

  // 3. The services, inside.
  const modules = parts.map(({ module }) => module.for(assembled.infrastructure));
  const services = await createServicesApp(modules, {
    name: 'services',
    mode,
    commandSecret: assembled.commandSecret,
    tokens: { issuer: signIn.issuer, audience: AUDIENCE, keys: signIn.publicKeys },
    clock,
    demoPeople: config.demo,
    log: { level: config.logLevel },
    shutdownHooks: false,
  });
  await services.listen(0, '127.0.0.1');
  const address = `http://127.0.0.1:${(services.getHttpServer().address() as { port: number }).port}`;

  // 4. Rows that older code made are replaced before anybody asks for them.
  const runtimes: ServiceRuntime[] = services.get(ServiceRuntime, { each: true, strict: false });
  await Promise.all(runtimes.flatMap(({ rights, lists }) => [rights.renewed(), lists.renewed()]));

  // 5. People, then the one door.
  if (config.demo) await recordDemo(services, signIn);
  if (office && clock instanceof SettableClock) {
    const tokenOf = (person: string) => signIn.demoToken(person);
    const refused = await office.furnish({ services, clock, tokenOf, ...(tell && { tell }) });
    if (refused) log.failure('the rest of the demo is left out: it was refused', refused);
  }
  const links = config.demo
    ? []
    : await signIn.firstLinks(ADMINISTRATORS_NEEDED, await administratorsOf(services));
  const gateway = await createGateway({
    behind: () => statusBehind(services),
    publicOrigin,
    internalHosts: [`127.0.0.1:${config.port}`],
    mode,
    databaseUrl: postgres.socketUrl,
    sealKey: secrets.sealKey,
    provider: {
      issuer: signIn.issuer,
      clientId: GATEWAY_CLIENT,
      clientSecret: secrets.gatewayClientSecret,
      deviceClientId: DEVICE_CLIENT,
      internalOrigin: `http://127.0.0.1:${config.port}`,
    },
    signIn,
    calendar: clock,
    services: forEachService(() => address),
    inside: services.getHttpAdapter().getInstance(),
    webRoot: config.webRoot,
  });
  // A right that is revoked ends open sessions at once.
  const revocations = await assembled.infrastructure.messaging.consume({
    group: 'gateway',
    topics: [DIRECTORY_TOPIC],
    handler: gateway.handleDirectory,
  });
  gateway.hears(revocations);
  await gateway.listen({ host: '127.0.0.1', port: config.port });

  return {
    url: publicOrigin,
    firstAdministrators: links,
    receiptCodes: furnishes ? await DemoOffice.receiptCodes(dataFolder) : [],
    gone: postgres.gone,
    async close() {
      await revocations.stop();
      await gateway.close();
      await services.close();
      await signIn.close();
      await assembled.close();
      await postgres.stop();
    },
  };
}
