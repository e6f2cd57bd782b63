import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startEmbeddedPostgres } from '@minh-bach/embedded-postgres';
import pg from 'pg';
import { masterKeyOf, openVault, PostgresKeyStore, setUpVaultSchema } from './index.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'vault-durability-'));
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

describe('a key that sealed something', () => {
  it('is there after the power cut that comes right behind, and so is its end', async () => {
    const masterKey = masterKeyOf(Buffer.alloc(32, 9));
    const start = async () => {
      const server = await startEmbeddedPostgres({ dataFolder });
      const pool = new pg.Pool({ connectionString: server.url });
      pool.on('error', () => undefined); // idle connections die with the server
      await setUpVaultSchema(pool);
      const keys = new PostgresKeyStore(pool);
      const vault = await openVault({ keys, masterKey, destroyed: [] });
      return { server, pool, vault };
    };
    const place = { eventId: 'e1', path: '/name' };
    const plain = { ...place, compartment: 'identity' as const, value: 'Đặng Thị Mây' };

    const before = await start();
    const sealed = await before.vault.seal([
      { ...plain, owner: 'D26-1' },
      { ...plain, owner: 'D26-2' },
    ]);
    await before.vault.destroy([{ owner: 'D26-2', compartment: 'identity' }]);
    await before.server.kill();
    await before.pool.end();

    const after = await start();
    const fields = sealed.map((each, i) => ({ ...place, owner: `D26-${i + 1}`, sealed: each }));
    expect(await after.vault.open(fields)).toEqual([
      { state: 'open', value: 'Đặng Thị Mây' },
      { state: 'erased' },
    ]);
    await after.pool.end();
    await after.server.remove();
  }, 60_000);
});
