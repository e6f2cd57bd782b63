import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock, type Actor } from '@minh-bach/kernel';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import {
  masterKeyOf,
  MemoryAccessLog,
  openVault,
  PostgresAccessLog,
  PostgresKeyStore,
  ReadingRoom,
  setUpVaultSchema,
  type AccessLog,
  type FieldToOpen,
  type ReadingRoomOptions,
  type Vault,
} from './index.ts';

const actor: Actor = { person: 'p-7', role: 'verifier', unit: 'u-2' };
const matter = 'V26-48301725-4';
const opened = [{ state: 'open', value: 'chứng cứ' }];

let database: TestDatabase;
let pool: pg.Pool;
let vault: Vault;
let field: FieldToOpen;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  await setUpVaultSchema(pool);
  const keys = new PostgresKeyStore(pool);
  vault = await openVault({ keys, masterKey: masterKeyOf(Buffer.alloc(32, 9)), destroyed: [] });
  const place = { owner: matter, eventId: 'e1', path: '/evidence' };
  const plain = { ...place, compartment: 'working' as const, value: 'chứng cứ' };
  field = { ...place, sealed: (await vault.seal([plain]))[0]! };
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

describe('reading working fields', () => {
  let troubles: { error: unknown; lost: number }[];
  beforeEach(() => {
    troubles = [];
  });
  const room = (accessLog: AccessLog, over: Partial<ReadingRoomOptions> = {}) =>
    new ReadingRoom({
      vault,
      accessLog,
      clock: systemClock,
      onTrouble: (trouble) => troubles.push(trouble),
      ...over,
    });
  const read = (from: ReadingRoom, fields = [field]) =>
    from.read({ actor, purpose: 'work-on-case', matter, fields });

  it('leaves a line that is durable when the answer is there', async () => {
    expect(await read(room(new PostgresAccessLog(pool)))).toEqual(opened);
    const { rows } = await pool.query(
      'select person, role, unit, purpose, matter, fields from vault.access_log',
    );
    expect(rows).toEqual([
      { ...actor, purpose: 'work-on-case', matter, fields: [['e1', '/evidence']] },
    ]);
  });

  it('goes on when the table takes no lines, and writes them when it does again', async () => {
    await pool.query('truncate vault.access_log');
    const reading = room(new PostgresAccessLog(pool));
    await pool.query('alter table vault.access_log rename to away');
    expect(await read(reading)).toEqual(opened);
    expect(await read(reading)).toEqual(opened);
    expect(troubles).toHaveLength(2);
    expect(troubles[1]!.lost).toBe(0);
    await pool.query('alter table vault.away rename to access_log');
    await reading.flush();
    const { rows } = await pool.query('select person from vault.access_log');
    expect(rows).toHaveLength(2);
  });

  it('goes on when the log hangs', async () => {
    const hanging: AccessLog = { write: () => new Promise(() => undefined) };
    expect(await read(room(hanging, { waitMs: 1 }))).toEqual(opened);
  });

  it('has written all lines at the end of the process, also those that a slow log was not through with', async () => {
    const log = new MemoryAccessLog();
    const slow: AccessLog = {
      write: async (lines) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        await log.write(lines);
      },
    };
    const reading = room(slow, { waitMs: 1 });
    await Promise.all(Array.from({ length: 4 }, () => read(reading)));
    await reading.flush();
    expect(log.lines).toHaveLength(4);
  });

  it('keeps so many lines and tells how many it lost', async () => {
    const log = new MemoryAccessLog();
    let full = true;
    const sometimes: AccessLog = {
      write: async (lines) => {
        if (full) throw new Error('No space left on device');
        await log.write(lines);
      },
    };
    const reading = room(sometimes, { keep: 2 });
    for (let i = 0; i < 3; i++) await read(reading);
    expect(troubles.map((trouble) => trouble.lost)).toEqual([0, 0, 1]);
    full = false;
    await read(reading);
    expect(log.lines).toHaveLength(3);
  });

  it('never opens identity: that wants its event first', async () => {
    const log = new MemoryAccessLog();
    const identity = { ...field, sealed: { ...field.sealed, $sealed: 'identity' as const } };
    await expect(read(room(log), [field, identity])).rejects.toMatchObject({
      code: 'DISCLOSURE_NEEDED',
    });
    expect(log.lines).toEqual([]);
  });
});
