import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { fastBackoff, messageOf } from './conformance/fixture.ts';
import { Inbox } from './inbox/inbox.ts';
import { PostgresInboxStore } from './inbox/postgres-inbox-store.ts';
import { Poison } from './messaging.ts';
import { groupsIn, listStuck, redrive } from './operations.ts';

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 4 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

describe('operations', () => {
  it('see what is stuck in every group of a database, and set it free', async () => {
    for (const group of ['triage', 'response']) {
      const store = new PostgresInboxStore(group, pool);
      await store.prepare();
      const handler = async () => {
        throw new Poison('no');
      };
      const inbox = new Inbox({ store, handler, backoff: fastBackoff });
      await inbox.process([messageOf('intake.p-1', 0), messageOf('intake.p-2', 0)]);
      const raw = { topic: 'intake.v1', partition: 0, offset: '1', key: null, mac: null };
      await store.deadLetter({ ...raw, value: Buffer.from('Nguyễn') }, 'NOT_JSON', new Date());
    }
    expect(await groupsIn(pool)).toEqual(['response', 'triage']);
    const all = await listStuck(pool);
    expect([all.stuck.length, all.deadLetters.length]).toEqual([4, 2]);
    expect(all.unreadable).toMatchObject({ count: 2, notKept: 0 });
    expect(JSON.stringify(all)).not.toContain('Nguyễn');

    expect(await redrive(pool, 'triage', { stream: 'intake.p-1' })).toEqual({
      streams: 1,
      deadLetters: 0,
    });
    expect(await redrive(pool, 'triage')).toEqual({ streams: 1, deadLetters: 1 });
    expect(await redrive(pool, 'triage')).toEqual({ streams: 0, deadLetters: 0 });
    const { stuck } = await listStuck(pool, 'triage');
    expect(stuck.map(({ state, reason }) => `${state} ${reason}`)).toEqual([
      'waiting REDRIVEN',
      'waiting REDRIVEN',
    ]);
  });
});
