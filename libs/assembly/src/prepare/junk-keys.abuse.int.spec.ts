import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  PostgresKeyStore,
  masterKeyOf,
  openVault,
  setUpVaultSchema,
  type Vault,
} from '@minh-bach/vault';
import { createTestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { masterKey, preparedDatabase } from '../specs/service-accounts.ts';

let database: Awaited<ReturnType<typeof preparedDatabase>>;
const pools: pg.Pool[] = [];
const poolOf = (url: string) => {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pools.push(pool);
  return pool;
};
const vaultOn = (pool: pg.Pool): Promise<Vault> =>
  openVault({ keys: new PostgresKeyStore(pool), masterKey, destroyed: [] });

beforeAll(async () => {
  database = await preparedDatabase();
}, 60_000);
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await database.drop();
});

const as = (name: string) => poolOf(database.urlOf(name));
const field = (owner: string) =>
  ({ owner, compartment: 'working', eventId: 'e1', path: '/reason', value: 'Lý do' }) as const;
const opens = async (vault: Vault, owner: string, sealed: Awaited<ReturnType<Vault['seal']>>[0]) =>
  (await vault.open([{ ...field(owner), sealed }]))[0];
const OPEN = { state: 'open', value: 'Lý do' };

/** The id under which keys of a matter to come will lie: an account that seals can work it out. */
async function idOf(owner: string): Promise<string> {
  const keeper = poolOf((await elsewhere()).url);
  const [sealed] = await (await vaultOn(keeper)).seal([field(owner)]);
  return sealed!.key;
}
/** Another database with the same secret of the vault, so that nothing is laid in the first one. */
async function elsewhere() {
  const other = await createTestDatabase();
  others.push(other);
  const pool = poolOf(other.url);
  await setUpVaultSchema(pool);
  const { rows } = await database.owner.query(`SELECT wrapped FROM vault.keys WHERE id = 'root'`);
  await pool.query(
    `INSERT INTO vault.keys (id, owner, compartment, wrapped, account)
     VALUES ('root', 'vault', 'root', $1, '')`,
    [(rows[0] as { wrapped: Buffer }).wrapped],
  );
  return other;
}
const others: Awaited<ReturnType<typeof createTestDatabase>>[] = [];
afterAll(() => Promise.all(others.map((other) => other.drop())));

describe('T8: a key that an account lays under the id of a matter to come', () => {
  it.each([
    ['under its name', 'V26-00000001-1', 'working'],
    ['under another name', 'upload:x', 'working'],
    ['under another compartment', 'V26-00000003-3', 'identity'],
  ])('keeps nobody else from sealing and opening: %s', async (_, owner, compartment) => {
    const matter = owner.startsWith('V') ? owner : 'V26-00000002-2';
    const id = await idOf(matter);
    const lay = 'INSERT INTO vault.keys (id, owner, compartment, wrapped) VALUES ($1, $2, $3, $4)';
    await as('intake').query(lay, [id, owner, compartment, Buffer.alloc(60)]);
    const investigation = await vaultOn(as('investigation'));
    const [sealed] = await investigation.seal([field(matter)]);
    for (const vault of [
      investigation,
      await vaultOn(as('investigation')),
      await vaultOn(as('response')),
    ])
      expect(await opens(vault, matter, sealed!)).toEqual(OPEN);
    const destroy = `SELECT vault.destroy_upload_keys($1, $2, $3, '2025-01-06')`;
    await as('intake')
      .query(destroy, [[id], ['upload:x'], ['working']])
      .catch(() => undefined);
    expect(await opens(await vaultOn(as('investigation')), matter, sealed!)).toEqual(OPEN);
  });

  it('names the account that laid it, whatever that account says', async () => {
    const lay = `INSERT INTO vault.keys (id, owner, compartment, wrapped, account)
      VALUES ('x', 'o', 'c', '', 'minhbach_triage')`;
    await expect(as('intake').query(lay)).rejects.toMatchObject({ code: '42501' });
    await expect(as('intake').query(lay.replace('minhbach_triage', ''))).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('goes with the others when the keys of that matter are destroyed', async () => {
    const matter = 'V26-00000004-4';
    const [of, response] = [await vaultOn(as('investigation')), await vaultOn(as('response'))];
    const [[one], [other]] = [await of.seal([field(matter)]), await response.seal([field(matter)])];
    await (
      await vaultOn(poolOf(database.url))
    ).destroy([{ owner: matter, compartment: 'working' }]);
    for (const sealed of [one!, other!])
      expect(await opens(response, matter, sealed)).toEqual({ state: 'erased' });
    const triage = await vaultOn(as('triage'));
    await expect(triage.seal([field(matter)])).rejects.toMatchObject({ code: 'KEY_DESTROYED' });
    const left = `SELECT FROM vault.keys WHERE owner = $1 AND wrapped IS NOT NULL`;
    expect((await database.owner.query(left, [matter])).rowCount).toBe(0);
  });

  it('keeps an upload from nobody and is no reason to keep its key', async () => {
    const id = await idOf('upload:1');
    const lay = 'INSERT INTO vault.keys (id, owner, compartment, wrapped) VALUES ($1, $2, $3, $4)';
    await as('triage').query(lay, [id, 'D26-00000001-1', 'working', Buffer.alloc(60)]);
    const intake = await vaultOn(as('intake'));
    const [sealed] = await intake.seal([field('upload:1')]);
    expect(await opens(intake, 'upload:1', sealed!)).toEqual(OPEN);
    await intake.destroy([{ owner: 'upload:1', compartment: 'working' }]);
    expect(await opens(intake, 'upload:1', sealed!)).toEqual({ state: 'erased' });
  });
});

describe('T8: the secret of the vault', () => {
  it('is there before any account may lay one, and is no account’s', async () => {
    const lay = `INSERT INTO vault.keys (id, owner, compartment, wrapped) VALUES ('root', 'vault', 'root', $1)`;
    await as('intake').query(lay, [Buffer.alloc(60)]);
    const [sealed] = await (await vaultOn(as('triage'))).seal([field('V26-00000005-5')]);
    expect(await opens(await vaultOn(as('intake')), 'V26-00000005-5', sealed!)).toEqual(OPEN);
  });

  it('is laid by none of them where it is missing', async () => {
    const bare = await preparedDatabase();
    await bare.owner.query('DELETE FROM vault.keys');
    const pool = poolOf(bare.urlOf('intake'));
    await expect(vaultOn(pool)).rejects.toMatchObject({ code: 'VAULT_NOT_PREPARED' });
    await pool.end();
    pools.splice(pools.indexOf(pool), 1);
    await bare.drop();
  });

  it('is refused under another master key, before anything is granted', async () => {
    const keys = new PostgresKeyStore(poolOf(database.url));
    const other = masterKeyOf(Buffer.alloc(32, 8));
    await expect(openVault({ keys, masterKey: other, destroyed: [] })).rejects.toMatchObject({
      code: 'MASTER_KEY_WRONG',
    });
  });
});

describe('keys from before accounts were noted', () => {
  const BEFORE = `
    CREATE SCHEMA vault;
    CREATE TABLE vault.keys (id text PRIMARY KEY, owner text NOT NULL, compartment text NOT NULL,
      wrapped bytea, created_at timestamptz NOT NULL DEFAULT clock_timestamp(), destroyed_at timestamptz,
      CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL)));`;

  it('open what was sealed, in every process, and stay destroyed', async () => {
    const old = await createTestDatabase();
    others.push(old);
    const pool = poolOf(old.url);
    const source = poolOf((await elsewhere()).url);
    const vault = await vaultOn(source);
    const [sealed] = await vault.seal([field('D26-00000006-6')]);
    const [gone] = await vault.seal([field('D26-00000007-7')]);
    await vault.destroy([{ owner: 'D26-00000007-7', compartment: 'working' }]);
    await pool.query(BEFORE);
    const { rows } = await source.query<Record<string, unknown>>(
      `SELECT DISTINCT ON (id) id, owner, compartment, wrapped, destroyed_at FROM vault.keys`,
    );
    for (const row of rows)
      await pool.query(
        'INSERT INTO vault.keys (id, owner, compartment, wrapped, destroyed_at) VALUES ($1, $2, $3, $4, $5)',
        Object.values(row),
      );
    for (const _ of [1, 2]) await setUpVaultSchema(pool);
    const now = await vaultOn(pool);
    expect(await opens(now, 'D26-00000006-6', sealed!)).toEqual(OPEN);
    expect(await opens(now, 'D26-00000007-7', gone!)).toEqual({ state: 'erased' });
    const [again] = await now.seal([field('D26-00000006-6')]);
    expect(await opens(await vaultOn(pool), 'D26-00000006-6', again!)).toEqual(OPEN);
    await expect(now.seal([field('D26-00000007-7')])).rejects.toMatchObject({
      code: 'KEY_DESTROYED',
    });
  });
});
