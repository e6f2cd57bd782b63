import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  PROCESSES,
  accountOf,
  prepareDatabase,
  prepareKafka,
  prepareSecrets,
} from '@minh-bach/assembly';
import { Part, freePort, until } from '@minh-bach/assembly/specs';
import { SERVICES, SERVICE_NAMES, type ServiceName } from '@minh-bach/contracts';
import { demoAccounts, demoEntries } from '@minh-bach/directory';
import { startEmbeddedPostgres } from '@minh-bach/embedded-postgres';
import { allParts } from '@minh-bach/services';
import { startSignedInKafka } from '@minh-bach/testing';
import pg from 'pg';
import { MovedClock } from './moved-clock.ts';
import type { Product } from './product.ts';

const PASSWORD = 'of-each-account';

/** Gateway and services as processes of their own, on PostgreSQL and a broker that knows its clients. */
export async function startApart(): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-apart-'));
  const startPostgres = (at: number) =>
    startEmbeddedPostgres({ dataFolder: join(folder, 'data'), port: at });
  const [kafka, first] = await Promise.all([
    startSignedInKafka(PROCESSES.map(({ name }) => name)),
    freePort().then(startPostgres),
  ]);
  let postgres = first;
  const file = async (name: string, text: string) => {
    await writeFile(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  const secrets = join(folder, 'secrets');
  const masterKey = await prepareSecrets(join(folder, 'all-secrets'), secrets);
  await makeAccounts(postgres.url);
  await prepareDatabase(postgres.url, { masterKey });
  await prepareKafka(
    kafka.connectionAs('operator'),
    (await allParts()).map(({ service }) => service),
  );
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const upstreams = new Map<ServiceName, string>();
  for (const service of SERVICE_NAMES)
    upstreams.set(service, `http://127.0.0.1:${await freePort()}`);

  /** Each with an account and a folder of secrets of its own. */
  const given = new Map<string, Readonly<Record<string, string>>>();
  for (const process of PROCESSES) {
    const account = Object.assign(new URL(postgres.url), {
      username: accountOf(process),
      password: PASSWORD,
    });
    given.set(process.name, {
      MB_MODE: 'test',
      MB_DATABASE_URL_FILE: await file(`database-url-${process.name}`, account.href),
      MB_SECRETS_FOLDER: join(secrets, process.name),
      MB_KAFKA_BROKERS: kafka.broker,
      MB_KAFKA_USERNAME: process.name,
      MB_KAFKA_PASSWORD_FILE: kafka.passwordFileOf(process.name),
    });
  }
  const parts = new Map<string, Part>([
    [
      'gateway',
      new Part({
        app: 'gateway',
        env: {
          ...given.get('gateway'),
          MB_PORT: String(port),
          MB_PUBLIC_ORIGIN: url,
          MB_DEMO_ACCOUNTS_FILE: await file('accounts.json', JSON.stringify(demoAccounts)),
          ...Object.fromEntries(
            [...upstreams].map(([service, at]) => [`MB_${service.toUpperCase()}_URL`, at]),
          ),
        },
        readyUrl: `http://127.0.0.1:${port}/health/ready`,
      }),
    ],
    ...[...upstreams].map(
      ([service, at]) =>
        [
          service,
          new Part({
            app: 'service',
            args: [service],
            env: {
              ...given.get(service),
              MB_PORT: new URL(at).port,
              ...(SERVICES[service].files ? { MB_FILES_FOLDER: join(folder, 'files') } : {}),
              MB_OIDC_ISSUER: `${url}/oidc`,
              MB_OIDC_JWKS_URL: `http://127.0.0.1:${port}/oidc/jwks`,
              MB_DEMO: service === 'directory' ? '1' : '0',
            },
            readyUrl: `${at}/health/ready`,
          }),
        ] as const,
    ),
  ]);
  const partOf = (name: string): Part => {
    const part = parts.get(name);
    if (!part) throw new Error(`there is no part ${name}`);
    return part;
  };

  const clock = new MovedClock();
  const clocks = new Map([
    ['gateway', `${url}/test/clock/own`],
    ...[...upstreams].map(([service, at]) => [service, `${at}/test/clock`] as const),
  ]);
  const close = async () => {
    await Promise.all([...parts.values()].map((part) => part.end('SIGTERM')));
    await Promise.all([kafka.remove(), postgres.stop()]);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all([...parts.values()].map((part) => part.start()));
    await everybodyKnown(postgres.url);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url,
    folders: {
      database: join(folder, 'data'),
      files: join(folder, 'files'),
      broker: kafka.folder,
    },
    async setClock(now) {
      clock.set(now);
      const running = [...clocks].filter(([part]) => partOf(part).running);
      await clock.tell(running.map(([, at]) => at));
    },
    async kill(name) {
      if (name === 'kafka') await kafka.kill();
      else if (name === 'postgres') await postgres.kill();
      else await partOf(name).end('SIGKILL');
    },
    async start(name) {
      if (name === 'kafka') return kafka.up();
      if (name === 'postgres') return void (postgres = await startPostgres(postgres.port));
      const part = partOf(name);
      if (part.running) return;
      await part.start();
      const ownClock = clocks.get(name);
      if (ownClock !== undefined) await clock.tell([ownClock]);
    },
    close,
    logs: () => [...parts.values()].map((part) => part.logs).join(''),
  };
}

/** As infra/postgres/create-database.sh does. */
async function makeAccounts(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  for (const process of PROCESSES)
    await client.query(`CREATE ROLE ${accountOf(process)} LOGIN PASSWORD '${PASSWORD}'`);
  await client.end();
}

/** Every service has heard all of the directory, on whatever partition it travelled. */
async function everybodyKnown(databaseUrl: string): Promise<void> {
  const entries = demoEntries('', String).length;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const service of SERVICE_NAMES)
      await until(`${service} knows all demo people`, async () => {
        const tables = ['org_units', 'org_people', 'org_tenures'];
        const sum = tables.map((name) => `(SELECT count(*) FROM ${service}.${name})`).join('+');
        const { rows } = await client.query<{ known: string }>(`SELECT ${sum} AS known`);
        return Number(rows[0]?.known) === entries;
      });
  } finally {
    await client.end();
  }
}
