import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import {
  masterKeyOf,
  MemoryKeyStore,
  openVault,
  PostgresKeyStore,
  setUpVaultSchema,
  type KeyStore,
  type Vault,
} from './index.ts';
import { counting, eventId, masterKey, matter, name, refused } from './vault.fixture.ts';

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  await Promise.all([setUpVaultSchema(pool), setUpVaultSchema(pool)]);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

describe.each(['memory', 'postgres'])('the vault on %s', (kind) => {
  let store: KeyStore;
  let vault: Vault;
  const another = (over: Partial<Parameters<typeof openVault>[0]> = {}) =>
    openVault({ keys: store, masterKey, destroyed: [], ...over });
  const open = async (owner: string, from: Vault = vault, sealedBy: Vault = vault) => {
    const [sealed] = await sealedBy.seal([name(owner)]);
    return () => from.open([{ owner, eventId, path: '/petitioner/name', sealed: sealed! }]);
  };

  beforeAll(async () => {
    store = kind === 'memory' ? new MemoryKeyStore() : new PostgresKeyStore(pool);
    vault = await another();
  });

  it('opens what it sealed: any JSON value, in order, for many owners in one call', async () => {
    const values = ['Đặng Thị Mây', '', 0, null, true, { phones: ['0912'] }, ['a', ['b']]];
    const fields = values.map((value, i) => ({ ...name(matter(), value), path: `/v/${i}` }));
    const sealed = await vault.seal(fields);
    const opened = await vault.open(fields.map((field, i) => ({ ...field, sealed: sealed[i]! })));
    expect(opened).toEqual(values.map((value) => ({ state: 'open', value })));
  });

  it('asks once for all unknown keys, and not at all for known ones', async () => {
    const { calls, counted } = counting(store);
    const counts = await another({ keys: counted });
    calls.add = 0;
    const owners = Array.from({ length: 50 }, matter);
    const fields = owners.flatMap((owner) => [
      name(owner),
      { ...name(owner), compartment: 'working' as const },
    ]);
    await counts.seal(fields);
    await counts.seal(fields);
    expect(calls).toMatchObject({ find: 0, add: 1 });
  });

  it('asks whether keys live in one question a call when it opens', async () => {
    const { calls, counted } = counting(store);
    const counts = await another({ keys: counted });
    const fields = Array.from({ length: 20 }, () => name(matter()));
    const sealed = await counts.seal(fields);
    await counts.open(fields.map((field, i) => ({ ...field, sealed: sealed[i]! })));
    expect(calls.find).toBe(1);
  });

  it('has one key for an owner, however many processes make it at once', async () => {
    const vaults = await Promise.all(Array.from({ length: 8 }, () => another()));
    const owner = matter();
    const sealed = await Promise.all(vaults.map((each) => each.seal([name(owner)])));
    const fields = sealed.map(([one]) => ({ ...name(owner), sealed: one! }));
    const fresh = await another();
    expect(await fresh.open(fields)).toEqual(
      fields.map(() => ({ state: 'open', value: 'Đặng Thị Mây' })),
    );
  });

  it('opens after a restart', async () => {
    const reopen = await open(matter(), await another());
    expect(await reopen()).toEqual([{ state: 'open', value: 'Đặng Thị Mây' }]);
  });

  it('refuses a field moved to another event, path, owner or compartment', async () => {
    const owner = matter();
    const field = { ...name(owner), sealed: (await vault.seal([name(owner)]))[0]! };
    await vault.seal([name('D26-other'), { ...name(owner), compartment: 'working' }]);
    for (const moved of [
      { ...field, eventId: '0e9d7c1a-6f0b-8b57-9d55-2f6f4f1c8a02' },
      { ...field, path: '/petitioner/phone' },
      { ...field, owner: 'D26-other' },
      { ...field, sealed: { ...field.sealed, $sealed: 'working' as const } },
    ])
      await expect(vault.open([field, moved])).rejects.toEqual(refused('SEAL_BROKEN'));
  });

  it('refuses a box sealed under the key of another, put under this key id', async () => {
    const [mine, theirs] = await vault.seal([name(matter()), name('D26-theirs')]);
    const forged = { ...theirs!, box: mine!.box };
    await expect(vault.open([{ ...name('D26-theirs'), sealed: forged }])).rejects.toEqual(
      refused('SEAL_BROKEN'),
    );
  });

  it('says that it lost a key which the log names', async () => {
    const owner = matter();
    const [sealed] = await vault.seal([name(owner)]);
    const empty = counting(store).counted;
    const without = await another({ keys: { ...empty, find: async () => [] } });
    await expect(without.open([{ ...name(owner), sealed: sealed! }])).rejects.toEqual(
      refused('KEY_UNKNOWN'),
    );
  });

  it('names no owner in a key id, nor the same id for the two compartments', async () => {
    const owner = matter();
    const [a, b] = await vault.seal([name(owner), { ...name(owner), compartment: 'working' }]);
    expect(a!.key).not.toContain(owner);
    expect(a!.key).not.toBe(b!.key);
  });

  it('is refused its keys under another master key', async () => {
    const other = masterKeyOf(Buffer.alloc(32, 8));
    await expect(another({ masterKey: other })).rejects.toEqual(refused('MASTER_KEY_WRONG'));
  });

  it('keeps no more keys in memory than its bound', async () => {
    const { calls, counted } = counting(store);
    const small = await another({ keys: counted, cache: { size: 2 } });
    const owners = [matter(), matter(), matter()];
    for (const owner of owners) await small.seal([name(owner)]);
    calls.add = 0;
    await small.seal([name(owners[2]!), name(owners[1]!)]);
    expect(calls.add).toBe(0);
    await small.seal([name(owners[0]!)]);
    expect(calls.add).toBe(1);
  });

  it('seals a batch larger than its cache', async () => {
    const small = await another({ cache: { size: 2 } });
    const fields = Array.from({ length: 10 }, () => name(matter()));
    const sealed = await small.seal(fields);
    const opened = await small.open(fields.map((field, i) => ({ ...field, sealed: sealed[i]! })));
    expect(opened.every((field) => field.state === 'open')).toBe(true);
  });

  it('has one blind index for two spellings, another per purpose, the same after a restart', async () => {
    const index = await vault.blindIndex('phone', '+84 912 345 678');
    const later = await another();
    expect(await later.blindIndex('phone', '0912.345.678')).toBe(index);
    expect(await vault.blindIndex('identity-number', '0912345678')).not.toBe(index);
    await expect(vault.blindIndex('phone', ' - ')).rejects.toEqual(refused('NOTHING_TO_INDEX'));
  });
});
