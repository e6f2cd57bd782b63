import { randomBytes } from 'node:crypto';
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
  await execute(server.url, `CREATE DATABASE ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    name,
    drop: () => execute(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
