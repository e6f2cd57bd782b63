import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import {
  masterKeyOf,
  openVault,
  PostgresKeyStore,
  setUpVaultSchema,
  type FieldToSeal,
  type KeyName,
} from '../index.ts';

const masterKey = masterKeyOf(Buffer.alloc(32, 9));
const name = (owner: string): FieldToSeal => ({
  owner,
  compartment: 'identity',
  eventId: 'e1',
  path: '/petitioner/name',
  value: 'Đặng Thị Mây',
});
const identity = (owner: string): KeyName => ({ owner, compartment: 'identity' });
const refused = (code: string) => expect.objectContaining({ code }) as unknown;

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  await setUpVaultSchema(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

describe('what PostgreSQL holds', () => {
  it('no key in clear, no value, and a destroyed key not even wrapped', async () => {
    const keys = new PostgresKeyStore(pool);
    const vault = await openVault({ keys, masterKey, destroyed: [] });
    const owner = 'D26-99999999-9';
    await vault.seal([name(owner)]);
    const row = () =>
      pool.query<{ wrapped: Buffer | null; destroyed: boolean }>(
        'select wrapped, destroyed_at is not null as destroyed from vault.keys where owner = $1',
        [owner],
      );
    const [before] = (await row()).rows;
    expect(before).toMatchObject({ destroyed: false });
    expect(before?.wrapped).toHaveLength(12 + 32 + 16);
    await vault.destroy([identity(owner)]);
    // Its row, and the one by which nobody makes it again.
    const gone = { wrapped: null, destroyed: true };
    expect((await row()).rows).toEqual([gone, gone]);
  });

  it('a key moved to the row of another matter does not unwrap', async () => {
    const keys = new PostgresKeyStore(pool);
    const vault = await openVault({ keys, masterKey, destroyed: [] });
    const [, sealed] = await vault.seal([name('D26-mine'), name('D26-victim')]);
    await pool.query(`update vault.keys set wrapped =
      (select wrapped from vault.keys where owner = 'D26-mine') where owner = 'D26-victim'`);
    const cold = await openVault({ keys, masterKey, destroyed: [] });
    await expect(cold.open([{ ...name('D26-victim'), sealed: sealed! }])).rejects.toEqual(
      refused('KEY_BROKEN'),
    );
  });

  it('T8: nothing is sealed under a key whose row says another owner', async () => {
    const keys = new PostgresKeyStore(pool);
    const vault = await openVault({ keys, masterKey, destroyed: [] });
    const [sealed] = await vault.seal([name('D26-laid')]);
    await pool.query(`update vault.keys set owner = 'upload:x' where owner = 'D26-laid'`);
    const cold = await openVault({ keys, masterKey, destroyed: [] });
    await expect(cold.seal([name('D26-laid')])).rejects.toEqual(refused('KEY_BROKEN'));
    const opened = cold.open([{ ...name('D26-laid'), sealed: sealed! }]);
    await expect(opened).rejects.toEqual(refused('KEY_BROKEN'));
  });
});

describe('keys that are asked for at the same time', () => {
  const wrapped = Buffer.alloc(12 + 32 + 16, 1);
  const key = (id: string, owner = id) => ({ id, owner, compartment: 'identity', wrapped });
  const counted = () => {
    const texts: string[] = [];
    const query = ((asked: pg.QueryConfig) => {
      texts.push(asked.name ?? '');
      return pool.query(asked);
    }) as pg.Pool['query'];
    return { keys: new PostgresKeyStore({ query } as pg.Pool), texts };
  };

  it('are added by one statement, and to each are answered its own', async () => {
    const { keys, texts } = counted();
    const laid = await Promise.all([
      keys.add([key('one'), key('two')]),
      keys.add([key('two')]),
      keys.add([key('three')]),
    ]);
    expect(laid.map((rows) => rows.map(({ id }) => id))).toEqual([
      ['one', 'two'],
      ['two'],
      ['three'],
    ]);
    const found = await Promise.all([keys.find(['three', 'none']), keys.find(['one'])]);
    expect(found.map((rows) => rows.map(({ id }) => id))).toEqual([['three'], ['one']]);
    expect(texts).toEqual(['vault-add', 'vault-find']);
  });

  it('are none the worse for a neighbour that is refused', async () => {
    const { keys } = counted();
    const outcomes = await Promise.allSettled([
      keys.add([key('good')]),
      keys.add([key('bad', 'x'.repeat(600))]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await keys.find(['good', 'bad'])).toHaveLength(1);
  });
});
