import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Operations } from '@minh-bach/contracts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@minh-bach/embedded-postgres';
import { copyLog, createPostgresEventStore } from '@minh-bach/event-store';
import pg from 'pg';
import { runOperatedServices } from './operated-services.fixture.ts';
import { forgetPositions } from './prepare/index.ts';
import { until } from './specs/until.ts';

const petitions = ['intake.petition-1', 'intake.petition-2', 'intake.petition-3'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minh-bach-moved-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function withServices<T>(
  use: (services: Awaited<ReturnType<typeof runOperatedServices>>) => Promise<T>,
): Promise<T> {
  const services = await runOperatedServices(folder);
  try {
    return await use(services);
  } finally {
    await services.stop();
  }
}

async function withPostgres<T>(
  use: (postgres: EmbeddedPostgres, client: pg.Client) => Promise<T>,
): Promise<T> {
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'data') });
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  try {
    return await use(postgres, client);
  } finally {
    await client.end();
    await postgres.stop();
  }
}

const triage = async (services: Awaited<ReturnType<typeof runOperatedServices>>) =>
  (await services.call<Operations>('GET', '/triage/operations')).body;

/** The same events under another id of the log, as another engine has them. @returns the old id */
const moveLog = (): Promise<string> =>
  withPostgres(async ({ url, urlOf }, client) => {
    await client.query('CREATE DATABASE elsewhere');
    const elsewhere = await createPostgresEventStore({ connectionString: urlOf('elsewhere') });
    const old = await createPostgresEventStore({ connectionString: url });
    await copyLog({ from: old, to: elsewhere });
    const [id = ''] = (await old.head()).split(':');
    await old.close();
    await client.query('ALTER SCHEMA log RENAME TO log_before');
    const moved = await createPostgresEventStore({ connectionString: url });
    await copyLog({ from: elsewhere, to: moved });
    await moved.close();
    await elsewhere.close();
    return id;
  });

/** Columns outside the log in which a position of this log stands. */
async function heldPositions(client: pg.Client, log: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; table: string; column: string }>(`
    SELECT c.oid::regclass || '.' || attname AS name, c.oid::regclass::text AS table,
      quote_ident(attname) AS column
    FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace JOIN pg_attribute a ON attrelid = c.oid
    WHERE relkind = 'r' AND attnum > 0 AND NOT attisdropped
      AND nspname NOT IN ('log', 'log_before', 'pg_catalog', 'information_schema')`);
  const held: string[] = [];
  for (const { name, table, column } of rows) {
    const found = await client.query(
      `SELECT FROM ${table} WHERE starts_with(${column}::text, $1) LIMIT 1`,
      [`${log}:`],
    );
    if (found.rowCount) held.push(name);
  }
  return held.sort();
}

describe('a log that was moved', () => {
  let log: string;

  it('is refused by services that know positions of the old one', async () => {
    await withServices(async (services) => {
      for (const petition of petitions) await services.see(petition);
      await until('all is handled', async () => services.patient.handled === petitions.length);
    });
    log = await moveLog();
    await expect(runOperatedServices(folder)).rejects.toMatchObject({
      code: 'FOREIGN_LOG',
      details: { expected: log },
    });
  }, 120_000);

  it('is not read from the beginning under a process that runs', async () => {
    await withPostgres(async ({ url }) => {
      await expect(forgetPositions(url)).rejects.toMatchObject({ code: 'PROCESS_RUNNING' });
    });
  }, 60_000);

  it('leaves no position of the old one anywhere', async () => {
    const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'data') });
    const look = async () => {
      const client = new pg.Client({ connectionString: postgres.url });
      await client.connect();
      const held = await heldPositions(client, log);
      await client.end();
      return held;
    };
    try {
      expect(await look()).toContain('triage_inbox."position".position');
      expect(await forgetPositions(postgres.url)).toContain('triage');
      expect(await look()).toEqual([]);
    } finally {
      await postgres.stop();
    }
  }, 60_000);

  it('is followed again, and nothing in it has a second effect', async () => {
    await withServices(async (services) => {
      await until('rights and lists are up to date', async () => {
        const { rights, lists } = (await triage(services)).readModels;
        return [rights, lists].every(({ state, caughtUp }) => state === 'running' && caughtUp);
      });
      await services.see('intake.petition-4');
      await until('the new one is handled', async () => services.patient.handled > 0);
      expect(services.patient.handled).toBe(1);
    });
  }, 120_000);
});
