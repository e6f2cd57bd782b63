import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PostgresKeyStore, openVault, setUpVaultSchema, type Vault } from '@minh-bach/vault';
import pg from 'pg';
import { masterKey, preparedDatabase } from '../specs/service-accounts.ts';
import { PROCESSES, accountOf } from './processes.ts';

let database: Awaited<ReturnType<typeof preparedDatabase>>;
const pools: pg.Pool[] = [];
const poolOf = (url: string) => {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pools.push(pool);
  return pool;
};
const as = (name: string) => poolOf(database.urlOf(name));

beforeAll(async () => {
  database = await preparedDatabase();
}, 60_000);
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await database.drop();
});

/** Columns of no fixed size that one account may write and another, or only the owner, reads. */
const UNBOUNDED = `
  WITH accounts AS (SELECT unnest($1::text[]) AS account),
  columns AS (
    SELECT c.oid AS relation, a.attnum AS nth, c.oid::regclass || '.' || a.attname AS name
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attlen = -1),
  writers AS (
    SELECT relation, nth, name, account,
      has_column_privilege(account, relation, nth, 'SELECT') AS reads_it
    FROM columns CROSS JOIN accounts
    WHERE has_column_privilege(account, relation, nth, 'INSERT')
      OR has_column_privilege(account, relation, nth, 'UPDATE'))
  SELECT DISTINCT name FROM writers w
  WHERE (NOT reads_it OR EXISTS (
      SELECT FROM accounts other WHERE other.account <> w.account
        AND has_column_privilege(other.account, relation, nth, 'SELECT')))
    AND NOT EXISTS (
      SELECT FROM pg_constraint k WHERE k.conrelid = w.relation AND k.contype = 'c'
        AND w.nth = ANY (k.conkey) AND pg_get_constraintdef(k.oid) LIKE '%octet_length%')
  ORDER BY name`;

/** What writes with the owner's rights for an account. */
const FUNCTIONS = `
  SELECT DISTINCT f.oid::regproc::text AS name
  FROM pg_proc f CROSS JOIN unnest($1::text[]) AS account
  WHERE f.prosecdef AND has_function_privilege(account, f.oid, 'EXECUTE')
  ORDER BY name`;

describe('T8, T26: what one account writes and another reads', () => {
  const names = async (sql: string) => {
    const accounts = PROCESSES.map(accountOf);
    const { rows } = await database.owner.query<{ name: string }>(sql, [accounts]);
    return rows.map(({ name }) => name);
  };

  it('has a bound in its table, column by column', async () => {
    expect(await names(UNBOUNDED)).toEqual([]);
  });

  it('is written past those by functions alone that have bounds of their own', async () => {
    expect(await names(FUNCTIONS)).toEqual([
      'log.append', // see append.abuse.int.spec.ts
      'log.await_turn',
      'schemas.drop',
      'schemas.make',
      'schemas.rename',
      'vault.destroy_upload_keys',
    ]);
  });
});

const field = (owner: string) =>
  ({ owner, compartment: 'working', eventId: 'e1', path: '/reason', value: 'Lý do' }) as const;
const vaultAs = (pool: pg.Pool): Promise<Vault> =>
  openVault({ keys: new PostgresKeyStore(pool), masterKey, destroyed: [] });

describe('T8: a key as large as memory, under the id of a matter', () => {
  const MATTER = 'V26-00000009-9';
  const LAY = `INSERT INTO vault.keys (id, owner, compartment, wrapped)
    VALUES ($1, $2, $3, convert_to(repeat('x', $4), 'UTF8'))`;

  it.each([
    ['key', [22, 1, 1, 61]],
    ['owner', [22, 1_000_000, 1, 60]],
    ['compartment', [22, 1, 1_000_000, 60]],
    ['id', [1_000_000, 1, 1, 60]],
  ])('is laid by no account: %s', async (_, [id, owner, compartment, wrapped]) => {
    const sizes = [id!, owner!, compartment!].map((size) => 'x'.repeat(size));
    const laid = as('triage').query(LAY, [...sizes, wrapped]);
    await expect(laid).rejects.toMatchObject({ code: '23514' });
  });

  it('harms nobody where it was laid before there was a bound', async () => {
    const investigation = await vaultAs(as('investigation'));
    const [sealed] = await investigation.seal([field(MATTER)]);
    await unbind();
    await as('triage').query(LAY, [sealed!.key, 'x', 'y', 1_000_000]);
    await as('response').query(LAY, [sealed!.key, 'x'.repeat(1_000_000), 'y', 60]);
    const owner = poolOf(database.url);
    for (const _ of [1, 2]) await setUpVaultSchema(owner);

    const read = await new PostgresKeyStore(owner).find([sealed!.key]);
    expect(read.map(({ wrapped }) => wrapped?.length)).toEqual([60]);
    const cold = await vaultAs(as('investigation'));
    expect(await cold.seal([field(MATTER)])).toHaveLength(1);
    const opened = () => cold.open([{ ...field(MATTER), sealed: sealed! }]);
    expect(await opened()).toEqual([{ state: 'open', value: 'Lý do' }]);
    await (await vaultAs(owner)).destroy([{ owner: MATTER, compartment: 'working' }]);
    expect(await opened()).toEqual([{ state: 'erased' }]);
  });

  it('keeps no key of an upload from being destroyed', async () => {
    const intake = await vaultAs(as('intake'));
    const [sealed] = await intake.seal([field('upload:9')]);
    await unbind();
    await as('triage').query(LAY, [sealed!.key, `upload:${'x'.repeat(1_000_000)}`, 'y', 60]);
    await setUpVaultSchema(poolOf(database.url));
    await intake.destroy([{ owner: 'upload:9', compartment: 'working' }]);
    const opened = await intake.open([{ ...field('upload:9'), sealed: sealed! }]);
    expect(opened).toEqual([{ state: 'erased' }]);
  });

  /** As installations were before. */
  const unbind = () =>
    database.owner.query('ALTER TABLE vault.keys DROP CONSTRAINT IF EXISTS keys_bounded');
});

describe('T7: a line about access', () => {
  it('is no larger than one that the product writes', async () => {
    const lay = `INSERT INTO vault.access_log (at, person, role, unit, purpose, matter, fields)
      VALUES ('2025-01-06', repeat('x', $1), 'r', 'u', 'p', 'm', to_jsonb(repeat('x', $2)))`;
    for (const sizes of [
      [1_000_000, 1],
      [1, 10_000_000],
    ])
      await expect(as('triage').query(lay, sizes)).rejects.toMatchObject({ code: '23514' });
    await as('triage').query(lay, [1, 1]);
  });
});
