import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { all, eventsData } from '../conformance/index.ts';
import { createPostgresEventStore } from './postgres-event-store.ts';
import type { EventStore } from '../event-store.ts';

const ACCOUNT = 'minhbach_appendabuse';
const PASSWORD = 'for-this-spec';

let database: TestDatabase;
let owner: pg.Client;
let attacker: pg.Client;
let store: EventStore;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  store = await createPostgresEventStore({
    connectionString: database.url,
    mayLoseEventsInTests: true,
    answerWithinMs: 1_000,
    giveUpAfterMs: 5_000,
  });
  await owner.query(`
    DO $$ BEGIN CREATE ROLE ${ACCOUNT} LOGIN PASSWORD '${PASSWORD}';
    EXCEPTION WHEN duplicate_object THEN NULL; END $$;
    GRANT USAGE ON SCHEMA log TO ${ACCOUNT};
    GRANT SELECT ON log.events, log.identity TO ${ACCOUNT}`);
  attacker = new pg.Client({
    connectionString: Object.assign(new URL(database.url), {
      username: ACCOUNT,
      password: PASSWORD,
    }).href,
  });
  await attacker.connect();
});
afterAll(async () => {
  await attacker.end();
  await store.close();
  await owner.end();
  await database.drop();
});

describe('T8: an account that keeps locks', () => {
  it('holds off no append: it may hold none of the locks that appends take', async () => {
    await store.append('a.1', eventsData(1), 'none');
    const keys = await locksOfAnAppend();
    for (const key of keys) await attacker.query('SELECT pg_advisory_lock($1)', [key]);
    for (const table of ['turn', 'events'])
      for (const mode of ['ROW EXCLUSIVE', 'SHARE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE']) {
        const lock = `BEGIN; LOCK TABLE log.${table} IN ${mode} MODE`;
        await expect(attacker.query(lock)).rejects.toMatchObject({ code: '42501' });
        await attacker.query('ROLLBACK');
      }
    await attacker.query('BEGIN; SELECT count(*) FROM log.events');
    await store.ping();
    await store.append('a.2', eventsData(1), 'none');
    expect(keys).toEqual([]);
    await attacker.query('ROLLBACK');
  });

  /** Advisory locks that a transaction holds after it appended. */
  async function locksOfAnAppend(): Promise<string[]> {
    await owner.query('BEGIN');
    await owner.query(`SELECT log.append(ARRAY['b.1'], ARRAY[-1], ARRAY[1], ARRAY[1], ARRAY[1],
      ARRAY[gen_random_uuid()], ARRAY['T'], ARRAY['x'::bytea], ARRAY['x'::bytea])`);
    const { rows } = await owner.query<{ key: string }>(
      `SELECT ((classid::bigint << 32) | objid::bigint)::text AS key FROM pg_locks
       WHERE locktype = 'advisory' AND pid = pg_backend_pid()`,
    );
    await owner.query('ROLLBACK');
    return rows.map(({ key }) => key);
  }
});

describe('T8: an account that calls log.append by itself', () => {
  const append = (ends: string, appends: string, nths: string, events: number) =>
    owner.query(
      `SELECT log.append(ARRAY['c.1', 'c.2'], ARRAY[-1, -1], ${ends}, ${appends}, ${nths},
         ARRAY(SELECT gen_random_uuid() FROM generate_series(1, $1)), array_fill('T'::text, ARRAY[$1]),
         array_fill('x'::bytea, ARRAY[$1]), array_fill('x'::bytea, ARRAY[$1]))`,
      [events],
    );

  it.each([
    ['ARRAY[1, 2]', 'ARRAY[1, 2]', 'ARRAY[1000000, 1]', 2],
    ['ARRAY[2, 3]', 'ARRAY[1, 1, 2]', 'ARRAY[1, 3, 1]', 3],
    ['ARRAY[2, 3]', 'ARRAY[1, 2, 1]', 'ARRAY[1, 1, 2]', 3],
    ['ARRAY[1, 2]', 'ARRAY[1, 2]', 'ARRAY[0, 1]', 2],
    ['ARRAY[2147483647, 2]', 'ARRAY[1, 1]', 'ARRAY[1, 3]', 2],
    ['ARRAY[1, 2]', 'NULL', 'NULL', 2],
  ])('leaves no gap between revisions: %s %s %s', async (ends, appends, nths, events) => {
    await expect(append(ends, appends, nths, events)).rejects.toMatchObject({ code: '22023' });
    expect(await all(store.readStream('c.1'))).toEqual([]);
  });

  it('may append several streams in one batch, each from its next revision', async () => {
    await append('ARRAY[2, 3]', 'ARRAY[1, 1, 2]', 'ARRAY[1, 2, 1]', 3);
    const revisions = async (stream: string) =>
      (await all(store.readStream(stream))).map(({ revision }) => revision);
    expect([await revisions('c.1'), await revisions('c.2')]).toEqual([[0, 1], [0]]);
  });
});

describe('T1, T8: an account with an old view of the log', () => {
  const metadata = JSON.stringify({
    ...{ correlationId: 'c', causationId: 'c', commandId: 'c', requestHash: 'h', salt: 's' },
    ...{ actor: {}, occurredAt: '2025-01-06', recordedAt: '2025-01-06', schemaVersion: 1 },
  });
  const append = `SELECT log.append(ARRAY['appendabuse.old-1'], ARRAY[-1], ARRAY[1], ARRAY[1], ARRAY[1],
    ARRAY[gen_random_uuid()], ARRAY['T'], ARRAY['{}'::bytea], ARRAY[convert_to('${metadata}', 'UTF8')])`;

  it.each(['REPEATABLE READ', 'SERIALIZABLE'])(
    'appends nothing behind what others have appended and read since (%s)',
    async (isolation) => {
      await attacker.query(`BEGIN ISOLATION LEVEL ${isolation}; SELECT count(*) FROM log.events`);
      // 1. A refused append leaves places empty, where an old view would write.
      const stream = `old.${isolation}`;
      const appends = [
        store.append(stream, eventsData(9), 7),
        store.append('d.1', eventsData(1), 'any'),
      ];
      await expect(Promise.all(appends)).rejects.toMatchObject({ code: 'WRONG_EXPECTED_REVISION' });
      await store.append('d.1', eventsData(1), 'any');
      // 2. And there it is refused.
      await expect(attacker.query(append)).rejects.toMatchObject({ code: '25000' });
      await attacker.query('ROLLBACK');
      expect(await all(store.readStream('appendabuse.old-1'))).toEqual([]);
    },
  );

  it('spoils nothing for the service by what it sets for itself', async () => {
    await attacker.query(`
      ALTER ROLE ${ACCOUNT} SET default_transaction_isolation = 'repeatable read';
      ALTER ROLE ${ACCOUNT} SET default_transaction_read_only = on`);
    const { pathname, host } = new URL(database.url);
    const honest = await createPostgresEventStore({
      connectionString: `postgresql://${ACCOUNT}:${PASSWORD}@${host}${pathname}`,
      mayLoseEventsInTests: true,
      makesSchema: false,
    });
    await store.append('d.2', eventsData(1), 'none');
    const event = {
      ...eventsData(1)[0]!,
      data: Buffer.from('{}'),
      metadata: Buffer.from(metadata),
    };
    await honest.append('appendabuse.new-1', [event], 'none');
    await honest.close();
    await attacker.query(
      `SET default_transaction_read_only = off; ALTER ROLE ${ACCOUNT} RESET ALL`,
    );
    expect(await all(store.readStream('appendabuse.new-1'))).toHaveLength(1);
  });
});

describe('T8: what an account may append', () => {
  const METADATA = JSON.stringify({
    ...{ correlationId: 'c', causationId: 'c', commandId: 'c', requestHash: 'h', salt: 's' },
    ...{ actor: {}, occurredAt: '2025-01-06', recordedAt: '2025-01-06', schemaVersion: 1 },
  });
  const STREAM = 'appendabuse.x-1';
  const append = (
    by: pg.Client,
    { stream = STREAM, type = 'T', data = '{}', metadata = METADATA },
  ) =>
    by.query(
      `SELECT log.append(ARRAY[$1], ARRAY[NULL]::integer[], ARRAY[1], ARRAY[1], ARRAY[1],
         ARRAY[gen_random_uuid()], ARRAY[$2], ARRAY[$3::bytea], ARRAY[$4::bytea])`,
      [stream, type, Buffer.from(data), Buffer.from(metadata)],
    );
  const ofLetters = (bytes: number) => JSON.stringify({ a: 'x'.repeat(bytes) });
  const refusal = { code: expect.stringMatching(/^22/) as unknown };

  it.each([
    ['more than the app itself', { data: ofLetters(1024 * 1024) }],
    ['more in its metadata', { metadata: ofLetters(1024 * 1024) }],
    ['a stream with a long name', { stream: `${STREAM}${'x'.repeat(512)}` }],
    ['a type with a long name', { type: 'T'.repeat(513) }],
    ['a type without a name', { type: '' }],
  ])('is no larger than an event can be, under the owner’s account too: %s', async (_, event) => {
    await expect(append(attacker, event)).rejects.toMatchObject(refusal);
    await expect(append(owner, event)).rejects.toMatchObject(refusal);
    expect(await all(store.readStream(STREAM))).toEqual([]);
  });

  it('has no NUL in its texts: no row of those that follow could hold it', async () => {
    const data = JSON.stringify({ a: 'b\0c' });
    await expect(append(attacker, { data })).rejects.toMatchObject(refusal);
    expect(await all(store.readStream(STREAM))).toEqual([]);
  });

  it.each(['null', '[]', '7', '', '{', '{}{}', '{"a":}', '{"a":"\u0000"'])(
    'can be read by those that follow its stream: %s is no object',
    async (text) => {
      await expect(append(attacker, { data: text })).rejects.toMatchObject(refusal);
      await expect(append(attacker, { metadata: text })).rejects.toMatchObject(refusal);
      expect(await all(store.readStream(STREAM))).toEqual([]);
    },
  );

  it.each(Object.keys(JSON.parse(METADATA) as object))('has metadata with %s', async (key) => {
    const { [key]: _, ...rest } = JSON.parse(METADATA) as Record<string, unknown>;
    const metadata = JSON.stringify(rest);
    await expect(append(attacker, { metadata })).rejects.toMatchObject(refusal);
  });

  it.each([
    [
      'a stream that is null',
      `ARRAY[NULL, '${STREAM}', '${STREAM}']`,
      'ARRAY[0, 1, 1]',
      'ARRAY[2]',
    ],
    ['an end that is null', `ARRAY['${STREAM}', '${STREAM}']`, 'ARRAY[NULL, 1]', 'ARRAY[2]'],
    ['an end without events', `ARRAY['appendabuse.y', '${STREAM}']`, 'ARRAY[0, 1]', 'ARRAY[2]'],
    ['places from 0', `'[0:1]={${STREAM},appendabuse.y}'::text[]`, 'ARRAY[1, 1]', 'ARRAY[1]'],
    ['two dimensions', `ARRAY[ARRAY['triage.x-1']]`, 'ARRAY[1]', 'ARRAY[1]'],
    ['ends from 0', `ARRAY['${STREAM}']`, `'[0:0]={1}'::integer[]`, 'ARRAY[1]'],
  ])('comes in plain lists: not %s', async (_, streams, ends, appends) => {
    const call = attacker.query(
      `SELECT log.append(${streams}, array_fill(NULL::integer, ARRAY[cardinality(${streams})]), ${ends},
         ${appends}, ARRAY[1], ARRAY[gen_random_uuid()], ARRAY['T'], ARRAY['{}'::bytea], ARRAY[$1::bytea])`,
      [Buffer.from(METADATA)],
    );
    await expect(call).rejects.toMatchObject({ code: '22023' });
  });

  it('is what services append', async () => {
    const data = JSON.stringify({ a: 'Ữ', b: [{}] });
    await append(attacker, { data });
    await append(attacker, { data: ofLetters(1024 * 1024 - 1_000) });
    expect(await all(store.readStream(STREAM))).toHaveLength(2);
  });
});
