import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@minh-bach/embedded-postgres';
import { createEventStoreDbEventStore, type EventStore } from '@minh-bach/event-store';
import { ServerDouble } from '@minh-bach/event-store/double';
import { JsonLogger } from '@minh-bach/http';
import pg from 'pg';
import { openLog } from './open-log.ts';

const log = new JsonLogger({ service: 'spec', level: 'silent' });
let folder: string;
let postgres: EmbeddedPostgres;
let server: ServerDouble;
let client: pg.Client;
let pool: pg.Pool;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minh-bach-other-log-'));
  // The event store refuses the shared server of the tests, which does not wait for the disk.
  postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'data') });
  client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
}, 120_000);
afterAll(async () => {
  await client?.end();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  await client.query('DROP DATABASE IF EXISTS one');
  await client.query('CREATE DATABASE one');
  pool = new pg.Pool({ connectionString: postgres.urlOf('one') });
  server = await ServerDouble.start();
});
afterEach(async () => {
  await pool.end();
  server.stop();
  await rm(join(folder, 'id'), { force: true });
});

const idFile = () => join(folder, 'id');
const inPostgres = () =>
  openLog({ databaseUrl: postgres.urlOf('one'), pool, makesSchema: true, log });
const inEventStoreDb = (at = server) =>
  openLog({
    ...{ databaseUrl: postgres.urlOf('one'), pool, makesSchema: true, log },
    elsewhere: { url: at.url, idFile: idFile() },
  });

/** A log with one event. @returns its id */
async function withOneEvent(open: () => Promise<EventStore>): Promise<string> {
  const store = await open();
  const id = '00000000-0000-4000-8000-000000000001';
  const [data, metadata] = [Buffer.from('{}'), Buffer.from('{}')];
  const event = { id, type: 'PetitionReceived', data, metadata };
  const { position } = await store.append('intake.1', [event], 'none');
  await store.close();
  return position.split(':')[0]!;
}

/** A read model that has come to an event of that log. */
const rowsOf = (id: string) =>
  pool.query(`CREATE SCHEMA triage; CREATE TABLE triage.projection_checkpoint (position text);
    INSERT INTO triage.projection_checkpoint VALUES ('${id}:1')`);

const ANOTHER = '00000000-0000-4000-8000-00000000000a';

describe('a log in EventStoreDB is refused, and left as it is,', () => {
  it('where the rows belong to the log in PostgreSQL', async () => {
    await rowsOf(await withOneEvent(inPostgres));
    const before = server.log.all.length;
    await expect(inEventStoreDb()).rejects.toMatchObject({ code: 'LOG_IN_POSTGRESQL' });
    expect(server.log.all).toHaveLength(before);
    expect(existsSync(idFile())).toBe(false);
  });

  it('where the log in PostgreSQL has events and nothing was copied', async () => {
    await withOneEvent(inPostgres);
    const before = server.log.all.length;
    await expect(inEventStoreDb()).rejects.toMatchObject({ code: 'LOG_IN_POSTGRESQL' });
    expect(server.log.all).toHaveLength(before);
  });

  it('where the rows belong to yet another log, whatever the file says', async () => {
    const id = await withOneEvent(() => inEventStoreDb());
    await rowsOf(ANOTHER);
    const refused = { code: 'FOREIGN_LOG', details: { log: id, expected: ANOTHER } };
    await expect(inEventStoreDb()).rejects.toMatchObject(refused);
    await rm(idFile());
    await expect(inEventStoreDb()).rejects.toMatchObject(refused);
  });
});

it('a log in EventStoreDB keeps its id from the first start, and no other is taken for it', async () => {
  await (await inEventStoreDb()).close();
  const kept = await readFile(idFile(), 'utf8');
  const another = await ServerDouble.start();
  const before = another.log.all.length;
  await expect(inEventStoreDb(another)).rejects.toMatchObject({ code: 'FOREIGN_LOG' });
  expect(another.log.all).toHaveLength(before);
  another.stop();
  await (await inEventStoreDb()).close();
  expect(await readFile(idFile(), 'utf8')).toBe(kept);
});

describe('a log in PostgreSQL is refused, and left as it is,', () => {
  it('where the rows belong to a log in EventStoreDB: none is made', async () => {
    await rowsOf(await withOneEvent(() => inEventStoreDb()));
    await expect(inPostgres()).rejects.toMatchObject({ code: 'LOG_NOT_IN_POSTGRESQL' });
    const { rows } = await pool.query(`SELECT FROM pg_namespace WHERE nspname = 'log'`);
    expect(rows).toEqual([]);
  });

  it('where the rows belong to another one', async () => {
    const id = await withOneEvent(inPostgres);
    await rowsOf(ANOTHER);
    await expect(inPostgres()).rejects.toMatchObject({
      code: 'FOREIGN_LOG',
      details: { log: id, expected: ANOTHER },
    });
  });
});

describe('a log is opened', () => {
  it('in EventStoreDB, once it was copied there and the positions were forgotten', async () => {
    await withOneEvent(inPostgres);
    const url = server.url;
    await (await createEventStoreDbEventStore({ connectionString: url })).close();
    await (await inEventStoreDb()).close();
    expect(existsSync(idFile())).toBe(true);
  });

  it('in PostgreSQL, where the rows belong to it or to none', async () => {
    const id = await withOneEvent(inPostgres);
    await rowsOf(id);
    await (await inPostgres()).close();
    await pool.query('UPDATE triage.projection_checkpoint SET position = NULL');
    await (await inPostgres()).close();
  });
});
