import { setTimeout as sleep } from 'node:timers/promises';
import { dropSchema as drop, makeSchema } from '@minh-bach/kernel';
import type { DataSource } from 'typeorm';
import pg from 'pg';
import { AdvisoryLock, locksOf } from './advisory-lock.ts';
import { createCheckpoint, readCheckpoint } from './checkpoint.ts';
import { dataSourceFor } from './data-source.ts';
import { makeTables } from './make-tables.ts';
import { prefixesOf, type Settings } from './options.ts';
import { compareVersions, versionsOf, type Versions } from './projection.ts';
import { createSeenSources } from './seen-sources.ts';

/** A minute or two, for those who read a table for long. */
const TRIES = 60;
const TRY_EVERY_MS = 1_000;
/** Waited too long for a table, or for each other. */
const IN_THE_WAY = ['55P03', '40P01'];

/**
 * Opens the schema, makes it when missing, and its tables. Processes that start at once take
 * turns, and none sees a swap half done. One that has to wait for a table lets all others past.
 */
export async function prepareSchema(
  settings: Settings,
  schema = settings.schema,
): Promise<DataSource> {
  for (let tries = 1; ; tries++) {
    try {
      return await prepared(settings, schema);
    } catch (error) {
      const { code } = error as { code?: string };
      if (tries === TRIES || code === undefined || !IN_THE_WAY.includes(code)) throw error;
    }
    await sleep(TRY_EVERY_MS);
  }
}

async function prepared(settings: Settings, schema: string): Promise<DataSource> {
  const lock = await AdvisoryLock.wait(settings.url, locksOf(settings.schema).migrate, {
    everyMs: 50,
  });
  const dataSource = dataSourceFor(settings, schema);
  try {
    await outside(settings.url, (client) => makeSchema(client, schema));
    await dataSource.initialize();
    await createCheckpoint(dataSource, () => versionsAtFirst(settings, schema));
    await createSeenSources(dataSource);
    // What newer code has built is not this code's to change: its runner says so, and stands still.
    const { versions } = await readCheckpoint(dataSource);
    const isNewer = compareVersions(versionsOf(settings.projections), versions) === 'older';
    if (!isNewer) await makeTables(dataSource);
    return dataSource;
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw error;
  } finally {
    await lock.release();
  }
}

/**
 * Live rows that begin beside a log with a past are those of no code: they are built beside, and count
 * as old until then. Served at once, they would be rows without protections, or a list that lacks most.
 */
async function versionsAtFirst(settings: Settings, schema: string): Promise<Versions> {
  const { store, projections } = settings;
  if (schema === settings.schema)
    for await (const _ of store.readAll({ prefixes: prefixesOf(settings), limit: 1 })) return {};
  return versionsOf(projections);
}

export async function dropSchema(url: string, schema: string): Promise<void> {
  await outside(url, (client) => drop(client, schema));
}

/** Outside of any schema and any pool. */
async function outside(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
