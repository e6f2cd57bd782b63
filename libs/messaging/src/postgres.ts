import { makeSchema } from '@minh-bach/kernel';
import type { Pool, PoolClient } from 'pg';

/** One transaction on one connection; rolled back when `work` throws. */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((cause: Error) => (broken = cause));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Names of schemas are made of names of groups and services, never of what comes from outside. */
export function schemaName(name: string, suffix: string): string {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(name)) throw new Error(`"${name}" cannot name a schema`);
  return `"${name}_${suffix}"`;
}

/** Runs DDL that several instances may run at once. */
export async function migrate(pool: Pool, schema: string, statements: string): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`ddl ${schema}`]);
    await makeSchema(client, schema.replaceAll('"', ''));
    await client.query(`SET LOCAL search_path TO ${schema}`);
    await client.query(statements);
  });
}
