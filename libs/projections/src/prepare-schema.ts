import type { DataSource } from 'typeorm';
import pg from 'pg';
import { AdvisoryLock, locksOf } from './advisory-lock.ts';
import { createCheckpoint } from './checkpoint.ts';
import { dataSourceFor } from './data-source.ts';
import type { Settings } from './options.ts';
import { versionsOf } from './projection.ts';
import { createSeenSources } from './seen-sources.ts';

/**
 * Opens the schema, makes it when missing, and migrates it. Processes that start at once take
 * turns, and none sees a swap half done.
 */
export async function prepareSchema(
  settings: Settings,
  schema = settings.schema,
): Promise<DataSource> {
  const lock = await AdvisoryLock.wait(settings.url, locksOf(settings.schema).migrate, {
    everyMs: 50,
  });
  const dataSource = dataSourceFor(settings, schema);
  try {
    await executeIn(settings.url, `CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await dataSource.initialize();
    await createCheckpoint(dataSource, versionsOf(settings.projections));
    await createSeenSources(dataSource);
    await dataSource.runMigrations();
    return dataSource;
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw error;
  } finally {
    await lock.release();
  }
}

export async function dropSchema(url: string, schema: string): Promise<void> {
  await executeIn(url, `DROP SCHEMA IF EXISTS ${schema} CASCADE`);
}

/** Outside of any schema and any pool. */
async function executeIn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
