import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import {
  PostgresKeyStore,
  masterKeyOf,
  openVault,
  setUpVaultSchema,
  type FieldToOpen,
  type KeyName,
  type Vault,
} from '@minh-bach/vault';
import pg from 'pg';
import { backupKeyOf } from './backup-key.ts';
import { exportDestroyed, exportKeys, importKeys } from './index.ts';

const masterKey = masterKeyOf(Buffer.alloc(32, 9));
const field = (owner: string) => ({
  ...{ owner, compartment: 'identity' as const },
  ...{ eventId: 'e1', path: '/petitioner/name' },
});
const identity = (owner: string): KeyName => ({ owner, compartment: 'identity' });

let [source, target]: (TestDatabase & { pool: pg.Pool })[] = [];
let folder: string;
let key: Uint8Array;
let vault: Vault;
let sealed: Record<string, FieldToOpen>;
const [KEPT, BEFORE, AFTER] = ['D25-kept', 'D25-before', 'D25-after'];

const fresh = async () => {
  const database = await createTestDatabase();
  return { ...database, pool: new pg.Pool({ connectionString: database.url }) };
};
beforeAll(async () => {
  source = await fresh();
  await setUpVaultSchema(source.pool);
  vault = await openVault({ keys: new PostgresKeyStore(source.pool), masterKey, destroyed: [] });
  const names = [KEPT, BEFORE, AFTER];
  const boxes = await vault.seal(names.map((owner) => ({ ...field(owner), value: `of ${owner}` })));
  sealed = Object.fromEntries(
    names.map((owner, n) => [owner, { ...field(owner), sealed: boxes[n]! }]),
  );
  await source.pool
    .query(`insert into vault.access_log (at, person, role, unit, purpose, matter, fields)
    values ('2025-11-24', 'hung', 'verifier', 'HQ-SM', 'work', 'D25-kept', '[]')`);
  await vault.destroy([identity(BEFORE)]);
  folder = mkdtempSync(join(tmpdir(), 'minh-bach-test-'));
  key = await backupKeyOf(masterKey);
  await exportKeys(source.url, join(folder, 'keys'), key);
  // After the backup of the keys, and before that of the log.
  await vault.destroy([identity(AFTER)]);
  await exportDestroyed(source.url, join(folder, 'log'), { key, chain: 'end' });
}, 60_000);
beforeEach(async () => void (target = await fresh()));
const end = async (database: typeof source) => {
  await database?.pool.end();
  await database?.drop();
};
afterEach(() => end(target));
afterAll(async () => {
  await end(source);
  rmSync(folder, { recursive: true });
});

const bring = (keys = 'keys', log = 'log', key = masterKey) =>
  importKeys({
    ...{ url: target!.url, masterKey: key },
    ...{ folder: join(folder, keys), logFolder: join(folder, log) },
  });
const restored = () =>
  openVault({ keys: new PostgresKeyStore(target!.pool), masterKey, destroyed: [] });
const rows = async () => {
  const { rows: found } = await target!.pool.query<{ keys: string | null }>(
    "select to_regclass('vault.keys') as keys",
  );
  if (found[0]!.keys === null) return 0;
  return (await target!.pool.query("select from vault.keys where id <> 'root'")).rowCount;
};
const copy = (name: string, change: (text: string) => string, file = 'keys.jsonl') => {
  const to = mkdtempSync(join(folder, `${name}-`));
  for (const each of ['keys.jsonl', 'access-log.jsonl'])
    copyFileSync(join(folder, 'keys', each), join(to, each));
  writeFileSync(join(to, file), change(readFileSync(join(to, file), 'utf8')));
  return to.slice(folder.length + 1);
};

describe('an export of the keys', () => {
  it('opens what it is to open, where it is imported', async () => {
    expect(await bring()).toMatchObject({ destroyedAgain: 1 });
    expect(await (await restored()).open([sealed[KEPT]!])).toEqual([
      { state: 'open', value: 'of D25-kept' },
    ]);
    const { rows: lines } = await target!.pool.query('select person from vault.access_log');
    expect(lines).toEqual([{ person: 'hung' }]);
  });

  it('brings back no key that was destroyed before it, or after it', async () => {
    await bring();
    const opened = await (await restored()).open([sealed[BEFORE]!, sealed[AFTER]!]);
    expect(opened).toEqual([{ state: 'erased' }, { state: 'erased' }]);
    const held = await target!.pool.query(
      'select from vault.keys where owner = $1 and wrapped is not null',
      [AFTER],
    );
    expect(held.rowCount).toBe(0);
    for (const owner of [BEFORE, AFTER])
      await expect(
        (await restored()).seal([{ ...field(owner), value: 'anew' }]),
      ).rejects.toMatchObject({ code: 'KEY_DESTROYED' });
  });

  it('leaves no key that another account has laid under the name of a destroyed one', async () => {
    await bring();
    await target!.pool.query(
      `insert into vault.keys (id, owner, compartment, wrapped, account)
       select g.id, g.owner, g.compartment, k.wrapped, 'minhbach_triage' from vault.keys g, vault.keys k
       where g.owner = $1 and k.owner = $2 limit 1`,
      [AFTER, KEPT],
    );
    await bring();
    const { rows: live } = await target!.pool.query(
      'select owner from vault.keys where wrapped is not null order by 1',
    );
    expect(live).toEqual([{ owner: KEPT }, { owner: 'vault' }]);
  });

  it('may be imported again, and what was destroyed since stays so', async () => {
    await bring();
    await (await restored()).destroy([identity(KEPT)]);
    await bring();
    expect(await (await restored()).open([sealed[KEPT]!])).toEqual([{ state: 'erased' }]);
    // The next line gets a number of its own.
    await target!.pool.query(`insert into vault.access_log
      (at, person, role, unit, purpose, matter, fields)
      values ('2025-11-25', 'lan', 'verifier', 'HQ-SM', 'work', 'D25-kept', '[]')`);
  });

  it('holds no key in clear, and one that was destroyed no longer, for its owner only', async () => {
    const path = join(folder, 'keys', 'keys.jsonl');
    expect(statSync(path).mode & 0o077).toBe(0);
    const before = readFileSync(path, 'utf8');
    const later = join(folder, 'later');
    await exportKeys(source!.url, later, key);
    const lives = (text: string) =>
      text.split('\n').filter((line) => line.includes(AFTER) && line.includes('"wrapped": "'));
    expect(lives(before)).toHaveLength(1);
    expect(lives(readFileSync(join(later, 'keys.jsonl'), 'utf8'))).toHaveLength(0);
  });
});

describe('an import of keys is refused', () => {
  const refused = (asked: ReturnType<typeof bring>, code: string, details: object = {}) =>
    expect(asked).rejects.toMatchObject({ code, details });
  afterEach(async () => expect(await rows()).toBe(0));

  it('under another master key', async () => {
    await refused(bring('keys', 'log', masterKeyOf(Buffer.alloc(32, 8))), 'MASTER_KEY_WRONG');
  });

  it('into a database with keys of another installation', async () => {
    await setUpVaultSchema(target!.pool);
    await restored();
    await refused(bring(), 'KEYS_DIFFER', { key: 'root' });
  });

  it('without the list of those that were destroyed, which lies with the log', async () => {
    await refused(bring('keys', 'none'), 'NO_EXPORT', { file: 'destroyed.jsonl' });
  });

  it('cut short', async () => {
    const file = 'keys.jsonl';
    await refused(bring(copy('end', (text) => text.replace(/\{"end".*\n/, ''))), 'EXPORT_CUT', {
      file,
    });
    await refused(bring(copy('line', (text) => text.slice(0, -9))), 'EXPORT_CHANGED', { file });
  });

  it('changed, or without a line', async () => {
    const other = copy('other', (text) => text.replace('D25-kept', 'D25-kepl'));
    await refused(bring(other), 'EXPORT_CHANGED');
    await refused(
      bring(copy('less', (text) => text.replace(/\{.*D25-kept.*\n/, ''))),
      'EXPORT_CHANGED',
    );
    await refused(bring(copy('more', (text) => `${text}{}\n`)), 'EXPORT_CHANGED');
    const access = copy('access', (text) => text.replace('hung', 'lan'), 'access-log.jsonl');
    await refused(bring(access), 'EXPORT_CHANGED', { file: 'access-log.jsonl' });
  });

  it('of another format', async () => {
    const found = 'minh-bach table export 3';
    const other = copy('format', (text) => text.replace('table export 2', 'table export 3'));
    await refused(bring(other), 'EXPORT_FORMAT', { file: 'keys.jsonl', found });
  });
});
