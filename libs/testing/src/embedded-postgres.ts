import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { askTestServices } from './test-services.ts';

export interface TestDatabase {
  /** `postgresql://user:password@127.0.0.1:port/name`; the user is superuser. */
  readonly url: string;
  readonly name: string;
  /** Closes whatever is still connected and forgets the data. */
  drop(): Promise<void>;
}

/**
 * A fresh, empty database in the one PostgreSQL 18 of this Jest run, ready in some 50 ms. That
 * server does not wait for the disk (`fsync=off`): a spec about durability starts its own with
 * `startEmbeddedPostgres` of `@minh-bach/embedded-postgres`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await askTestServices<{ url: string }>('/postgres');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await connected(server.url, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    name,
    drop: () =>
      connected(server.url, async (client) => {
        await untilDeserted(client, name);
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

async function connected<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/**
 * `pool.end()` resolves while its connections are still closing: one that is thrown out in that
 * moment fails a spec that is over. Whoever stays longer is thrown out.
 */
async function untilDeserted(client: pg.Client, name: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rowCount } = await client.query(
      "SELECT FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend' LIMIT 1",
      [name],
    );
    if (rowCount === 0) return;
    await setTimeout(20);
  }
}
