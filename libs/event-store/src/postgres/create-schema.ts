import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { connectionConfig } from './options.ts';
import { logIdentity } from './queries.ts';
import { requireDurable } from './require-durable.ts';
import type { Settings } from './options.ts';

/**
 * Makes the log's schema, or finds it made. Starts at the same time wait for each other.
 *
 * @returns the id of the log
 * @throws DomainError `STORE_NOT_DURABLE`
 */
export async function createSchema(settings: Settings): Promise<string> {
  const sql = await readFile(new URL('./schema.sql', import.meta.url), 'utf8');
  const client = new pg.Client(connectionConfig(settings));
  // A connection that dies here fails the query that waits on it.
  client.on('error', () => {});
  await client.connect();
  try {
    await requireDurable(client, settings);
    if (settings.makesSchema)
      await client.query(
        `BEGIN; SELECT pg_advisory_xact_lock(5577006791947779411); ${sql}; COMMIT`,
      );
    const { rows } = await client.query<{ id: string }>(logIdentity.text);
    return rows[0]!.id;
  } finally {
    await client.end();
  }
}
