import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError } from '@minh-bach/kernel';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import {
  applyDestroyed,
  MemoryKeyStore,
  openVault,
  PostgresKeyStore,
  setUpVaultSchema,
  type KeyStore,
  type KeyName,
  type Vault,
} from './index.ts';
import { counting, eventId, identity, masterKey, matter, name, refused } from './vault.fixture.ts';

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

describe.each(['memory', 'postgres'])('erasure on %s', (kind) => {
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
});
