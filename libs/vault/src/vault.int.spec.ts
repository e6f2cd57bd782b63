import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError } from '@minh-bach/kernel';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import {
  applyDestroyed,
  masterKeyOf,
  MemoryKeyStore,
  openVault,
  PostgresKeyStore,
  setUpVaultSchema,
  type FieldToSeal,
  type KeyName,
  type KeyStore,
  type Vault,
} from './index.ts';

const masterKey = masterKeyOf(Buffer.alloc(32, 9));
const eventId = '0e9d7c1a-6f0b-8b57-9d55-2f6f4f1c8a01';
const name = (owner: string, value: unknown = 'Đặng Thị Mây'): FieldToSeal => ({
  owner,
  compartment: 'identity',
  eventId,
  path: '/petitioner/name',
  value,
});
const identity = (owner: string): KeyName => ({ owner, compartment: 'identity' });
const refused = (code: string) => expect.objectContaining({ code }) as unknown;

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

/** A store that counts the questions it is asked. */
function counting(store: KeyStore) {
  const calls = { find: 0, add: 0, destroy: 0 };
  const counted: KeyStore = {
    find: (ids) => (calls.find++, store.find(ids)),
    add: (keys) => (calls.add++, store.add(keys)),
    destroy: (keys) => (calls.destroy++, store.destroy(keys)),
  };
  return { calls, counted };
}

describe.each(['memory', 'postgres'])('the vault on %s', (kind) => {
  let store: KeyStore;
  let vault: Vault;
  let next = 0;
  /** A matter that no other test knows. */
  const matter = () => `D26-${String((next += 1)).padStart(8, '0')}-0`;
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

  describe('destroying a key', () => {
    it('erases: nothing opens, nothing is sealed, the ciphertext stays as it was', async () => {
      const owner = matter();
      const [sealed] = await vault.seal([name(owner)]);
      const before = JSON.stringify(sealed);
      await vault.destroy([identity(owner)]);
      await vault.destroy([identity(owner)]);
      expect(await vault.open([{ ...name(owner), sealed: sealed! }])).toEqual([
        { state: 'erased' },
      ]);
      await expect(vault.seal([name(owner)])).rejects.toEqual(refused('KEY_DESTROYED'));
      expect(JSON.stringify(sealed)).toBe(before);
    });

    it('leaves the other compartment and other matters open', async () => {
      const owner = matter();
      const working = { ...name(owner), compartment: 'working' as const };
      const other = name(matter());
      const sealed = await vault.seal([working, other]);
      await vault.destroy([identity(owner)]);
      const opened = await vault.open([
        { ...working, sealed: sealed[0]! },
        { ...other, sealed: sealed[1]! },
      ]);
      expect(opened.map((field) => field.state)).toEqual(['open', 'open']);
    });

    it('holds at once in a process that has the key in its cache', async () => {
      const owner = matter();
      const warm = await another();
      const reopen = await open(owner, warm, warm);
      expect(await reopen()).toMatchObject([{ state: 'open' }]);
      await vault.destroy([identity(owner)]);
      expect(await reopen()).toEqual([{ state: 'erased' }]);
    });

    it('is seen by sealing elsewhere within the age of its cache; until then born erased', async () => {
      let now = 0;
      const warm = await another({ cache: { maxAgeMs: 1_000, now: () => now } });
      const owner = matter();
      await warm.seal([name(owner)]);
      await vault.destroy([identity(owner)]);
      const [late] = await warm.seal([name(owner)]);
      expect(await warm.open([{ ...name(owner), sealed: late! }])).toEqual([{ state: 'erased' }]);
      now = 1_001;
      await expect(warm.seal([name(owner)])).rejects.toEqual(refused('KEY_DESTROYED'));
    });

    it('forbids a key that was never made', async () => {
      const owner = matter();
      await vault.destroy([identity(owner)]);
      await expect(vault.seal([name(owner)])).rejects.toEqual(refused('KEY_DESTROYED'));
    });

    it('leaves nothing sealed under a key that was read before and cached after', async () => {
      const owner = matter();
      await vault.seal([name(owner)]);
      let release = (): void => undefined;
      let read = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      const wasRead = new Promise<void>((resolve) => (read = resolve));
      const slow: KeyStore = {
        ...counting(store).counted,
        add: async (keys) => {
          const rows = await store.add(keys);
          if (rows.some((row) => row.id !== 'root')) {
            read();
            await held;
          }
          return rows;
        },
      };
      const racing = await another({ keys: slow });
      const sealing = racing.seal([name(owner)]);
      await wasRead;
      await racing.destroy([identity(owner)]);
      release();
      await sealing;
      await expect(racing.seal([name(owner)])).rejects.toEqual(refused('KEY_DESTROYED'));
    });
  });

  it('keeps shut what was destroyed when an older copy of the keys is restored', async () => {
    const owner = matter();
    const never = matter();
    const copy = new MemoryKeyStore();
    const old = await openVault({ keys: copy, masterKey, destroyed: [] });
    const [sealed] = await old.seal([name(owner)]);
    const field = { ...name(owner), sealed: sealed! };
    // The copy has the key; the log says that it was destroyed, and so was one the copy never had.
    async function* log() {
      for (let i = 0; i < 2_500; i++) yield identity(`D25-${i}`);
      yield* [identity(owner), identity(owner), identity(never)];
    }
    const restored = await openVault({ keys: copy, masterKey, destroyed: log() });
    expect(await restored.open([field])).toEqual([{ state: 'erased' }]);
    for (const each of [owner, never, 'D25-0', 'D25-2499'])
      await expect(restored.seal([name(each)])).rejects.toEqual(refused('KEY_DESTROYED'));
    await applyDestroyed(restored, [identity(owner)]);
  });

  it('gives no vault before what was destroyed is applied', async () => {
    async function* broken(): AsyncGenerator<KeyName> {
      yield identity(matter());
      throw new DomainError('STORE_UNAVAILABLE');
    }
    await expect(another({ destroyed: broken() })).rejects.toEqual(refused('STORE_UNAVAILABLE'));
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
    expect((await row()).rows).toEqual([{ wrapped: null, destroyed: true }]);
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
});
