import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMemoryEventStore, createPostgresEventStore } from '@minh-bach/event-store';
import { EventRegistry, dropSchema, makeSchema } from '@minh-bach/kernel';
import { PostgresInboxStore } from '@minh-bach/messaging';
import { createReadModel } from '@minh-bach/projections';
import { migrateSignIn } from '@minh-bach/sign-in';
import { PostgresAccessLog, PostgresKeyStore } from '@minh-bach/vault';
import pg from 'pg';
import { loadOrCreateSecret, processSecrets } from '../secrets.ts';
import { prepareDatabase } from './prepare-database.ts';
import { prepareSecrets } from './prepare-secrets.ts';
import { PROCESSES } from './processes.ts';
import { masterKey, preparedDatabase } from '../specs/service-accounts.ts';

let database: Awaited<ReturnType<typeof preparedDatabase>>;
let owner: pg.Client;

beforeAll(async () => {
  database = await preparedDatabase();
  owner = database.owner;
}, 60_000);
afterAll(() => database.drop());

const urlOf = (name: string): string => database.urlOf(name);

async function as(name: string, sql: string): Promise<string> {
  const client = new pg.Client({ connectionString: urlOf(name) });
  await client.connect();
  try {
    await client.query(sql);
    return 'done';
  } catch (error) {
    return (error as pg.DatabaseError).code ?? 'failed';
  } finally {
    await client.end();
  }
}

const REFUSED = '42501';
const OVER_BUDGET = '53400';
const METADATA = JSON.stringify({
  ...{ correlationId: 'c', causationId: 'c', commandId: 'c', requestHash: 'h', salt: 's' },
  ...{ actor: {}, occurredAt: '2025-01-06', recordedAt: '2025-01-06', schemaVersion: 1 },
});
const appendTo = (stream: string) =>
  `SELECT log.append(ARRAY['${stream}'], ARRAY[-1], ARRAY[1], ARRAY[1], ARRAY[1],
     ARRAY[gen_random_uuid()], ARRAY['T'], ARRAY['{}'::bytea], ARRAY['${METADATA}'::bytea])`;

describe('T8: the account of a service', () => {
  it('appends to its own streams, and to nobody else’s', async () => {
    expect(await as('intake', appendTo('intake.petition-1'))).toBe('done');
    for (const stream of ['triage.petition-1', 'intakes.petition-1', 'intake', ''])
      expect(await as('intake', appendTo(stream))).toBe(REFUSED);
    expect(await as('gateway', appendTo('gateway.x-1'))).toBe(REFUSED);
  });

  it.each([
    `INSERT INTO log.events VALUES (99, 'intake.x-1', 0, gen_random_uuid(), 'T', '', '')`,
    `UPDATE log.events SET type = 'U'`,
    'DELETE FROM log.events',
    'TRUNCATE log.events',
    'ALTER TABLE log.events DISABLE TRIGGER append_only',
    'DROP SCHEMA log CASCADE',
    `CREATE OR REPLACE FUNCTION log.refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
  ])('changes nothing in the log past that: %s', async (sql) => {
    expect(await as('intake', sql)).toBe(REFUSED);
  });

  it('appends within a budget, each account within its own', async () => {
    await owner.query('UPDATE log.budget SET events_a_minute = 1');
    for (const { name } of PROCESSES.filter((process) => process.commands)) {
      expect([name, await as(name, appendTo(`${name}.budget-1`))]).toEqual([name, 'done']);
      expect([name, await as(name, appendTo(`${name}.budget-2`))]).toEqual([name, OVER_BUDGET]);
    }
    await owner.query('UPDATE log.budget SET events_a_minute = 30000');
  });

  it('reaches keys only where something is sealed, and uploads only where files are kept', async () => {
    const keys = 'SELECT wrapped FROM vault.keys';
    const uploads = 'SELECT secret FROM files.uploads';
    for (const { name, seals, files } of PROCESSES) {
      expect([name, await as(name, keys)]).toEqual([name, seals ? 'done' : REFUSED]);
      expect([name, await as(name, uploads)]).toEqual([name, files ? 'done' : REFUSED]);
    }
  });

  it.each([
    `UPDATE vault.keys SET wrapped = NULL, destroyed_at = '2025-01-06'`,
    `INSERT INTO vault.keys (id, owner, compartment, destroyed_at) VALUES ('i', 'o', 'c', '2025-01-06')`,
    'DELETE FROM vault.keys',
    'TRUNCATE vault.keys',
    'BEGIN; LOCK TABLE vault.keys IN SHARE ROW EXCLUSIVE MODE',
    `UPDATE vault.access_log SET person = 'x'`,
    'DELETE FROM vault.access_log',
    'BEGIN; LOCK TABLE vault.access_log IN SHARE ROW EXCLUSIVE MODE',
    `INSERT INTO vault.access_log (at, person, role, unit, purpose, matter, fields, account)
     VALUES ('2025-01-06', 'x', 'r', 'u', 'p', 'm', '[]', 'minhbach_response')`,
  ])('adds keys and lines about access, and takes none away: %s', async (sql) => {
    expect(await as('intake', sql)).toBe(REFUSED);
  });

  it('finds and adds keys; a line about access names the account that wrote it', async () => {
    const pool = new pg.Pool({ connectionString: urlOf('intake'), max: 1 });
    const key = {
      id: 'i',
      owner: 'o',
      compartment: 'identity',
      wrapped: Buffer.alloc(60),
    } as never;
    const keys = new PostgresKeyStore(pool);
    for (const _ of [1, 2]) expect(await keys.add([key])).toHaveLength(1);
    const actor = { person: 'p', role: 'head', unit: 'HQ-SM' } as const;
    const line = { at: new Date(), actor, purpose: 'deciding', matter: 'D26', fields: [] };
    await new PostgresAccessLog(pool).write([line as never]);
    await pool.end();
    const { rows } = await owner.query('SELECT person, account FROM vault.access_log');
    expect(rows).toEqual([{ person: 'p', account: 'minhbach_intake' }]);
  });

  it('does not reach rows and inboxes of another service', async () => {
    const made = `SELECT schemas.make('triage_relay'); CREATE TABLE triage_relay.t (n int)`;
    expect(await as('triage', made)).toBe('done');
    expect(await as('intake', 'SELECT * FROM triage_relay.t')).toBe(REFUSED);
  });

  it('reads and appends through the event store, which makes no schema for it', async () => {
    const store = await createPostgresEventStore({
      connectionString: urlOf('response'),
      makesSchema: false,
      mayLoseEventsInTests: true,
    });
    const event = { type: 'T', data: Buffer.from('{}'), metadata: Buffer.from(METADATA) };
    const id = 'c0ffee00-0000-4000-8000-000000000001';
    await store.append('response.case-1', [{ id, ...event }], 'none');
    const stored = [];
    for await (const each of store.readStream('response.case-1')) stored.push(each.id);
    expect(stored).toEqual([id]);
    await store.close();
  });
});

describe('T8: an account that was there before another', () => {
  it.each([
    'CREATE SCHEMA investigation_inbox',
    `SELECT schemas.make('investigation_inbox')`,
    `SELECT schemas.make('other')`,
    `SELECT schemas.make('log')`,
    `SELECT schemas.rename('signin', 'investigation_inbox')`,
    `SELECT schemas.rename('log', 'signin')`,
    `SELECT schemas.drop('log')`,
    `SELECT schemas.check_own('log')`,
    `INSERT INTO schemas.of_account VALUES ('other', 'minhbach_gateway')`,
    'CREATE TABLE public.t (n int)',
    'CREATE TEMP TABLE t (n int)',
    'CREATE TABLE schemas.t (n int)',
  ])('makes and takes no schema but its own: %s', async (sql) => {
    expect(await as('gateway', sql)).toBe(REFUSED);
  });

  it('makes nothing in the schema of another', async () => {
    const pool = new pg.Pool({ connectionString: urlOf('response'), max: 1 });
    await makeSchema(pool, 'response_inbox');
    await pool.end();
    expect(await as('gateway', 'CREATE TABLE response_inbox.seen (n int)')).toBe(REFUSED);
    expect(await as('response', 'CREATE TABLE response_inbox.seen (n int)')).toBe('done');
  });

  it('is found out: nobody starts on its schema, and `mb prepare` says whose it is', async () => {
    await owner.query('CREATE SCHEMA intake_relay AUTHORIZATION minhbach_gateway');
    const pool = new pg.Pool({ connectionString: urlOf('intake'), max: 1 });
    for (const work of [makeSchema, dropSchema])
      await expect(work(pool, 'intake_relay')).rejects.toMatchObject({ code: 'SCHEMA_NOT_OURS' });
    await pool.end();
    const again = () => prepareDatabase(database.url, { masterKey, mayLoseEventsInTests: true });
    await expect(again()).rejects.toThrow('schema intake_relay holds what minhbach_gateway made');
    await owner.query('DROP SCHEMA intake_relay');
    await owner.query('CREATE SCHEMA intake_relay AUTHORIZATION minhbach_intake');
    await again();
    expect(await as('intake', 'CREATE TABLE intake_relay.t (n int)')).toBe('done');
  });

  it('keeps nothing that it set for itself, once the database is prepared again', async () => {
    const { rows } = await owner.query<{ name: string }>('SELECT current_database() AS name');
    expect(
      await as(
        'intake',
        `ALTER ROLE CURRENT_USER SET work_mem = '5MB';
         ALTER ROLE CURRENT_USER IN DATABASE "${rows[0]!.name}" SET default_transaction_isolation = 'serializable'`,
      ),
    ).toBe('done');
    const settings = () =>
      owner.query(`SELECT FROM pg_db_role_setting WHERE setrole = 'minhbach_intake'::regrole`);
    expect((await settings()).rowCount).toBe(2);
    await prepareDatabase(database.url, { masterKey, mayLoseEventsInTests: true });
    expect((await settings()).rowCount).toBe(0);
  });

  it('makes its own rows, inboxes and tables all the same, and rebuilds its rows', async () => {
    const readModel = await createReadModel({
      ...{ url: urlOf('directory'), schema: 'directory', store: createMemoryEventStore() },
      ...{ entities: [], projections: [], registry: new EventRegistry([]) },
    });
    await readModel.rebuild();
    await readModel.close();
    const ownPool = (name: string) => new pg.Pool({ connectionString: urlOf(name), max: 1 });
    const [ofDirectory, ofGateway] = [ownPool('directory'), ownPool('gateway')];
    await new PostgresInboxStore('directory', ofDirectory).prepare();
    await new PostgresInboxStore('directory_directory', ofDirectory).prepare();
    await new PostgresInboxStore('gateway', ofGateway).prepare();
    for (const _ of [1, 2]) await migrateSignIn(ofGateway);
    await Promise.all([ofDirectory.end(), ofGateway.end()]);
    const { rows } = await owner.query(
      `SELECT nspname AS name FROM pg_namespace
       WHERE nspname LIKE 'directory%' OR nspname IN ('signin', 'gateway_inbox') ORDER BY nspname`,
    );
    expect(rows.map(({ name }) => name as string)).toEqual([
      ...['directory', 'directory_directory_inbox', 'directory_inbox', 'gateway_inbox', 'signin'],
    ]);
  });
});

describe('T7: the folder of secrets of a process', () => {
  it('holds no more than it needs, and the same ids come out of it as before', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'minh-bach-secrets-'));
    const everything = join(folder, 'all');
    await loadOrCreateSecret(everything, 'service.secret');
    for (const _ of [1, 2]) await prepareSecrets(everything, folder);
    const inside = async (name: string) => (await readdir(join(folder, name))).sort();
    expect(await inside('gateway')).toEqual(['messages.secret']);
    const ofDirectory = ['commands.secret', 'messages.secret', 'service-directory.secret'];
    expect(await inside('directory')).toEqual(ofDirectory);
    expect(await inside('triage')).toEqual(
      ['commands.secret', 'master.key', 'messages.secret', 'service-triage.secret'].sort(),
    );
    const [before, own] = [
      await processSecrets(everything),
      await processSecrets(join(folder, 'triage')),
    ];
    expect(own.of('triage')).toEqual(before.of('triage'));
    expect([own.commands, own.messages]).toEqual([before.commands, before.messages]);
    expect(() => own.of('intake')).toThrow('holds no service-intake.secret');
    await rm(folder, { recursive: true });
  });
});
