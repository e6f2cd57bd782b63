import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServiceName } from '@minh-bach/contracts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@minh-bach/embedded-postgres';
import pg from 'pg';
import { freePort } from './free-port.ts';
import { Part } from './part.ts';

/** A database, secrets and a broker for services that run as processes of their own. For specs. */
export class ServiceStage {
  readonly #parts: Part[] = [];

  private constructor(
    private readonly folder: string,
    private readonly brokers: readonly string[],
    private readonly postgres: EmbeddedPostgres,
    private readonly pool: pg.Pool,
  ) {}

  static async open(brokers: readonly string[]): Promise<ServiceStage> {
    const folder = await mkdtemp(join(tmpdir(), 'minh-bach-service-'));
    const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'data') });
    const url = await createOwnDatabase(postgres);
    await writeFile(join(folder, 'database-url'), url, { mode: 0o600 });
    const pool = new pg.Pool({ connectionString: url, max: 2 });
    // `pool.end()` resolves while its connections still close; PostgreSQL, going away, may end them first.
    pool.on('connect', (client) => client.on('error', () => undefined));
    pool.on('error', () => undefined);
    return new ServiceStage(folder, brokers, postgres, pool);
  }

  /** One more instance; not started yet. */
  async instance(name: ServiceName, env: Readonly<Record<string, string>> = {}): Promise<Part> {
    const port = await freePort();
    const part = new Part({
      app: 'service',
      args: [name],
      env: {
        MB_MODE: 'demo',
        MB_PORT: String(port),
        MB_DATABASE_URL_FILE: join(this.folder, 'database-url'),
        MB_SECRETS_FOLDER: join(this.folder, 'secrets'),
        MB_FILES_FOLDER: join(this.folder, 'files'),
        MB_KAFKA_BROKERS: this.brokers.join(','),
        MB_OIDC_ISSUER: 'http://localhost:9/oidc',
        MB_OIDC_JWKS_URL: 'http://localhost:9/oidc/jwks',
        ...env,
      },
      readyUrl: `http://127.0.0.1:${port}/health/ready`,
    });
    this.#parts.push(part);
    return part;
  }

  /** How many events stand in each stream that starts with `prefix`, e.g. `triage.directory-`. */
  async eventsByStream(prefix: string): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.pool.query<{ stream: string; events: string }>(
      `SELECT stream, count(*) AS events FROM log.events WHERE starts_with(stream, $1) GROUP BY 1 ORDER BY 1`,
      [prefix],
    );
    return new Map(rows.map(({ stream, events }) => [stream, Number(events)]));
  }

  /** How many events of a service its relay has put into its topic, for certain. */
  async relayed(service: ServiceName): Promise<number> {
    const { rows } = await this.pool.query<{ events: string }>(
      `SELECT coalesce(sum(revision + 1), 0) AS events FROM ${service}_relay.relayed`,
    );
    return Number(rows[0]?.events);
  }

  /** All instances, in order; database and broker stay. */
  async stopAll(): Promise<void> {
    await Promise.all(this.#parts.splice(0).map((part) => part.end('SIGTERM')));
  }

  async close(): Promise<void> {
    await Promise.all(this.#parts.map((part) => part.end('SIGKILL')));
    await this.pool.end();
    await this.postgres.remove();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** As infra/postgres/create-database.sh does: the account owns its database and is no superuser. */
async function createOwnDatabase(postgres: EmbeddedPostgres): Promise<string> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`CREATE ROLE minhbach LOGIN PASSWORD 'minhbach'`);
  await client.query('CREATE DATABASE minhbach OWNER minhbach');
  await client.end();
  const url = new URL(postgres.urlOf('minhbach'));
  url.username = url.password = 'minhbach';
  return url.href;
}
