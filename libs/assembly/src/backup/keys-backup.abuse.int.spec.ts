import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { migrateSignIn } from '@minh-bach/sign-in';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { masterKey, preparedDatabase } from '../specs/service-accounts.ts';
import { backupKeyOf } from './backup-key.ts';
import { exportDestroyed, exportKeys, importKeys } from './index.ts';
import { endLine } from './table-end.ts';

let source: Awaited<ReturnType<typeof preparedDatabase>>;
let target: TestDatabase;
let folder: string;
beforeEach(async () => {
  source = await preparedDatabase();
  target = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'minh-bach-test-'));
}, 60_000);
afterEach(async () => {
  await source.drop();
  await target.drop();
  rmSync(folder, { recursive: true });
});

const inDatabase = async (connectionString: string, sql: string) => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client.query<Record<string, unknown>>(sql).finally(() => client.end());
};
const asTriage = (sql: string) => inDatabase(source.urlOf('triage'), sql);
const LINE = 'insert into vault.access_log (at, person, role, unit, purpose, matter, fields)';
const DEEP = `(repeat('[', 6000) || repeat(']', 6000))::jsonb`;
const chain = 'c'.repeat(64);
const key = () => backupKeyOf(masterKey);
const out = async () => {
  const tables = await exportKeys(source.url, join(folder, 'keys'), await key());
  await exportDestroyed(source.url, join(folder, 'log'), { key: await key(), chain });
  return tables;
};
const bring = (end = chain) =>
  importKeys({
    ...{ url: target.url, masterKey, chain: end },
    ...{ folder: join(folder, 'keys'), logFolder: join(folder, 'log') },
  });
const there = async (table: string) => {
  const { rows } = await inDatabase(target.url, `select count(*)::integer as n from ${table}`);
  return rows[0]!['n'];
};

describe('an export of the keys that ended well imports, whatever the account of a service laid', () => {
  it('a line separator (U+2028) in a line about access, and in the owner of a key', async () => {
    await asTriage(
      `${LINE} values ('2025-03-03T02:00:00Z', 'p', 'r', 'u', 'p', E'D26\\u2028', '[]')`,
    );
    await asTriage(`insert into vault.keys (id, owner, compartment, wrapped)
      values ('k', E'D26\\u2028', 'identity', decode(repeat('00', 60), 'hex'))`);
    await out();
    expect(await bring()).toMatchObject({ keys: 2, setAside: [] });
    expect(await there('vault.access_log')).toBe(1);
  }, 60_000);

  it('300 lines of the length that is allowed, which take 4 MB on disk', async () => {
    await asTriage(`${LINE} select '2025-03-03T02:00:00Z', 'p', 'r', 'u', 'p', 'D26', to_jsonb(array[array['e', repeat('a', 1040000)]])
      from generate_series(1, 300)`);
    expect(await out()).toMatchObject({ 'access-log.jsonl': { rows: 300, setAside: 0 } });
    expect(await bring()).toMatchObject({ keys: 1, setAside: [] });
    expect(await there('vault.access_log')).toBe(300);
  }, 240_000);

  it('brackets in brackets, which are refused, and counted where they were laid before', async () => {
    const laid = () =>
      asTriage(`${LINE} values ('2025-03-03T02:00:00Z', 'p', 'r', 'u', 'p', 'D26', ${DEEP})`);
    await expect(laid()).rejects.toMatchObject({ constraint: 'access_log_flat' });
    await source.owner.query('alter table vault.access_log drop constraint access_log_flat');
    await laid();
    expect(await out()).toMatchObject({ 'access-log.jsonl': { rows: 0, setAside: 1 } });
    expect(await bring()).toMatchObject({ keys: 1 });
  }, 60_000);

  it('a line from before there was a bound is counted, and keeps no other back', async () => {
    await source.owner.query('alter table vault.access_log drop constraint access_log_bounded');
    await asTriage(
      `${LINE} values ('2025-03-03T02:00:00Z', repeat('p', 600), 'r', 'u', 'p', 'D26', '[]')`,
    );
    await asTriage(`${LINE} values ('2025-03-03T02:00:00Z', 'p', 'r', 'u', 'p', 'D26', '[]')`);
    expect(await out()).toMatchObject({ 'access-log.jsonl': { rows: 1, setAside: 1 } });
    expect(await bring()).toMatchObject({ keys: 1, setAside: [] });
    expect(await there('vault.access_log')).toBe(1);
  }, 60_000);

  it('lines from before accounts were noted come back', async () => {
    await source.owner.query(`insert into vault.access_log
      (at, person, role, unit, purpose, matter, fields, account)
      values ('2025-03-03T02:00:00Z', 'p', 'r', 'u', 'p', 'D26', '[]', null)`);
    expect(await out()).toMatchObject({ 'access-log.jsonl': { rows: 1, setAside: 0 } });
    await bring();
    expect(await there('vault.access_log')).toBe(1);
  }, 60_000);

  it('a line that the database refuses is set aside and named; keys and other lines come back', async () => {
    await asTriage(
      `${LINE} select '2025-03-03T02:00:00Z', 'p', 'r', 'u', 'p', 'D' || n, '[]' from generate_series(1, 9) n`,
    );
    await out();
    await rewrite('keys/access-log.jsonl', (rows) => rows.replace('"D4"', `"${'D'.repeat(600)}"`));
    expect(await bring()).toMatchObject({
      keys: 1,
      setAside: [{ file: 'access-log.jsonl', rows: 1, first: 5, code: '23514' }],
    });
    expect(await there('vault.access_log')).toBe(8);
  }, 60_000);

  it('a file without an end of a line, however long, is read in bounded memory', async () => {
    await out();
    const path = join(folder, 'keys', 'access-log.jsonl');
    for (let n = 0; n < 40; n += 1) appendFileSync(path, 'a'.repeat(1024 * 1024));
    await expect(bring()).rejects.toMatchObject({ code: 'EXPORT_CHANGED' });
    expect(await inDatabase(target.url, `select to_regclass('vault.keys') as t`)).toMatchObject({
      rows: [{ t: null }],
    });
  }, 60_000);
});

describe('who may write to the places of a backup, and has no key', () => {
  const forger = Buffer.alloc(32, 1);
  beforeEach(async () => {
    const pool = new pg.Pool({ connectionString: source.url });
    await migrateSignIn(pool).finally(() => pool.end());
    await source.owner.query(
      `insert into signin.accounts (sub, username, password_hash) values ('s', 'quan', 'of quan')`,
    );
    await out();
  });
  const refused = async (code: string) => {
    await expect(bring()).rejects.toMatchObject({ code });
    expect(await inDatabase(target.url, `select to_regclass('vault.keys') as t`)).toMatchObject({
      rows: [{ t: null }],
    });
  };

  it('changes no password', async () => {
    await rewrite('keys/accounts.jsonl', (rows) => rows.replace('of quan', 'of another'), forger);
    await refused('EXPORT_CHANGED');
  });

  it('destroys no key, and brings none back, by the list of those that were destroyed', async () => {
    await rewrite('log/destroyed.jsonl', (rows) => `${rows}{"id": "root"}\n`, forger);
    await refused('EXPORT_CHANGED');
  });

  it('passes off no other table as that list, though it has the same columns', async () => {
    await rewrite('log/destroyed.jsonl', (rows) => rows);
    const keys = readFileSync(join(folder, 'keys', 'keys.jsonl'));
    writeFileSync(join(folder, 'log', 'destroyed.jsonl'), keys);
    await refused('EXPORT_CHANGED');
  });

  it('puts no older list beside a log that went on; nor does an export that was cut short', async () => {
    await expect(bring('d'.repeat(64))).rejects.toMatchObject({
      ...{ code: 'EXPORT_CUT', details: { file: 'destroyed.jsonl' } },
    });
    expect(await bring()).toMatchObject({ keys: 1 });
  });
});

/** As the product itself would have written other rows; `by` another key, or its own. */
async function rewrite(name: string, change: (rows: string) => string, by?: Uint8Array) {
  const path = join(folder, name);
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const text = change(
    lines
      .slice(0, -1)
      .map((line) => `${line}\n`)
      .join(''),
  );
  const sha256 = createHash('sha256').update(text).digest('hex');
  const rows = text.split('\n').length - 2;
  const end = { rows, sha256, ...(name.startsWith('log') && { chain }) };
  writeFileSync(path, `${text}${endLine(by ?? (await key()), basename(name), end)}\n`);
}
