import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgresEventStore } from '@minh-bach/event-store';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { loadOrCreateSecret, processSecrets } from '../secrets.ts';
import { prepareDatabase } from './prepare-database.ts';
import { prepareSecrets } from './prepare-secrets.ts';
import { PROCESSES, accountOf } from './processes.ts';

const PASSWORD = 'for-this-spec';

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  for (const process of PROCESSES)
    await owner.query(
      `DO $$ BEGIN CREATE ROLE ${accountOf(process)} LOGIN PASSWORD '${PASSWORD}';
       EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    );
  await prepareDatabase(database.url, { mayLoseEventsInTests: true });
}, 60_000);
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const urlOf = (name: string): string =>
  Object.assign(new URL(database.url), {
    username: accountOf({ name } as never),
    password: PASSWORD,
  }).href;

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
const appendTo = (stream: string) =>
  `SELECT log.append(ARRAY['${stream}'], ARRAY[-1], ARRAY[1], ARRAY[1], ARRAY[1],
     ARRAY[gen_random_uuid()], ARRAY['T'], ARRAY['\\x7b7d'::bytea], ARRAY['\\x7b7d'::bytea])`;

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

  it('reaches keys only where something is sealed, and uploads only at intake', async () => {
    const keys = 'SELECT wrapped FROM vault.keys';
    const uploads = 'SELECT secret FROM files.uploads';
    for (const { name, seals, files } of PROCESSES) {
      expect([name, await as(name, keys)]).toEqual([name, seals ? 'done' : REFUSED]);
      expect([name, await as(name, uploads)]).toEqual([name, files ? 'done' : REFUSED]);
    }
    expect(await as('intake', `UPDATE vault.access_log SET person = 'x'`)).toBe(REFUSED);
  });

  it('does not reach rows and inboxes of another service', async () => {
    expect(await as('triage', 'CREATE SCHEMA triage; CREATE TABLE triage.t (n int)')).toBe('done');
    expect(await as('intake', 'SELECT * FROM triage.t')).toBe(REFUSED);
  });

  it('reads and appends through the event store, which makes no schema for it', async () => {
    const store = await createPostgresEventStore({
      connectionString: urlOf('response'),
      makesSchema: false,
      mayLoseEventsInTests: true,
    });
    const event = { type: 'T', data: Buffer.from('{}'), metadata: Buffer.from('{}') };
    const id = 'c0ffee00-0000-4000-8000-000000000001';
    await store.append('response.case-1', [{ id, ...event }], 'none');
    const stored = [];
    for await (const each of store.readStream('response.case-1')) stored.push(each.id);
    expect(stored).toEqual([id]);
    await store.close();
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
