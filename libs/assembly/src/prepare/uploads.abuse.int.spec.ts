import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileWorkers, FolderFileStore, PostgresUploadTable, Uploads } from '@minh-bach/files';
import { PostgresKeyStore, openVault, type Vault } from '@minh-bach/vault';
import pg from 'pg';
import { PROCESSES } from './processes.ts';
import { masterKey, preparedDatabase } from '../specs/service-accounts.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const person = 'p-1';
const service = 'intake';
const LATER = () => new Date(Date.now() + 86_400_000);

let database: Awaited<ReturnType<typeof preparedDatabase>>;
let pool: pg.Pool;
let folder: string;
let workers: FileWorkers;
let vault: Vault;
let store: FolderFileStore;
let uploads: Uploads;

beforeAll(async () => {
  database = await preparedDatabase();
  pool = new pg.Pool({ connectionString: database.urlOf('intake'), max: 2 });
  folder = await mkdtemp(join(tmpdir(), 'minh-bach-uploads-'));
  workers = new FileWorkers({ processes: 1 });
  store = new FolderFileStore(folder);
  vault = await openVault({ keys: new PostgresKeyStore(pool), masterKey, destroyed: [] });
  uploads = new Uploads({ store, table: new PostgresUploadTable(pool), vault, workers });
}, 60_000);
afterAll(async () => {
  await workers.close();
  await pool.end();
  await rm(folder, { recursive: true });
  await database.drop();
});
beforeEach(async () => {
  await pool.query('DELETE FROM files.uploads');
});

async function* once(): AsyncGenerator<Uint8Array> {
  yield PNG;
}
const put = async () => (await uploads.put(once(), { person, service })).id;
const count = async (sql: string) =>
  (await database.owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`)).rows[0]!.n;
const rowsLeft = () => count('files.uploads');
const keysLeft = () => count(`vault.keys WHERE wrapped IS NOT NULL AND owner LIKE 'upload:%'`);

describe('T8: uploads under the account of intake', () => {
  it('are dropped, released and swept, with their keys', async () => {
    await uploads.drop(await put(), { person });
    const claimed = await put();
    await uploads.claim(claimed, { person, service, commandId: 'c1' });
    await uploads.release([claimed]);
    await put();
    expect(await uploads.sweepUnclaimed(service, LATER())).toBe(1);
    await put();
    const none = async () => new Set<string>();
    expect(await uploads.sweep(service, LATER(), none)).toEqual({ released: 0, discarded: 1 });
    expect([await rowsLeft(), await keysLeft()]).toEqual([0, 0]);
  });

  it('are swept past one that cannot be: it is told, and comes again later', async () => {
    const ids = [await put(), await put(), await put()];
    const told: string[] = [];
    const failing = new Uploads({
      ...{ table: new PostgresUploadTable(pool), vault, workers },
      store: {
        write: (...file) => store.write(...file),
        read: (id) => store.read(id),
        async remove(id) {
          if (id === ids[0]) throw new Error('the disk is read-only');
          await store.remove(id);
        },
      },
      onTrouble: (id) => told.push(id),
    });
    expect(await failing.sweepUnclaimed(service, new Date(Date.now() + 1))).toBe(2);
    expect([told, await rowsLeft(), await keysLeft()]).toEqual([[ids[0]], 1, 1]);
    expect(await failing.sweepUnclaimed(service, new Date(Date.now() - 60_000))).toBe(0);
    expect(await uploads.sweepUnclaimed(service, LATER())).toBe(1);
  });

  it('fill no quota once they are dropped, whatever becomes of the rest of them', async () => {
    const stuck = new Uploads({
      ...{ store, table: new PostgresUploadTable(pool), vault, workers },
      ...{ quota: { files: 1, bytes: 100_000_000 } },
    });
    const { id } = await stuck.put(once(), { person, service });
    await pool.query('UPDATE files.uploads SET condemned = true WHERE id = $1', [id]);
    await stuck.put(once(), { person, service });
  });
});

describe('T8: keys that the account of intake may destroy', () => {
  const key = async (owner: string) => {
    await vault.seal([{ owner, compartment: 'identity', eventId: 'e', path: '/a', value: 1 }]);
    const { rows } = await database.owner.query<{ id: string }>(
      'SELECT id FROM vault.keys WHERE owner = $1',
      [owner],
    );
    return rows[0]!.id;
  };
  const destroy = (client: pg.Pool, id: string, owner: string) =>
    client.query(`SELECT vault.destroy_upload_keys($1, $2, $3, '2025-01-06')`, [
      ...[[id], [owner], ['identity']],
    ]);

  it('are those of uploads, under whatever name it asks', async () => {
    const id = await key('D26-1');
    for (const owner of ['D26-1', 'upload:x', 'uploads'])
      await expect(destroy(pool, id, owner)).rejects.toMatchObject({ code: '42501' });
    const unnamed = `SELECT vault.destroy_upload_keys($1, ARRAY[NULL], $2, '2025-01-06')`;
    await expect(pool.query(unnamed, [[id], ['identity']])).rejects.toMatchObject({
      code: '42501',
    });
    expect(await count(`vault.keys WHERE owner = 'D26-1' AND wrapped IS NOT NULL`)).toBe(1);
    await expect(vault.destroy([{ owner: 'D26-1', compartment: 'identity' }])).rejects.toThrow(
      'permission denied',
    );
  });

  it('are those that lie there: none is destroyed before it is made', async () => {
    await destroy(pool, 'id-to-come', 'upload:z');
    expect(await count(`vault.keys WHERE id = 'id-to-come'`)).toBe(0);
  });

  it('are nothing to the account of another service', async () => {
    const id = await key('upload:y');
    for (const { name } of PROCESSES.filter(({ files }) => !files)) {
      const other = new pg.Pool({ connectionString: database.urlOf(name), max: 1 });
      await expect(destroy(other, id, 'upload:y')).rejects.toMatchObject({ code: '42501' });
      await other.end();
    }
  });

  it('and rows of one service are nothing to the account of another that keeps files', async () => {
    const id = await put();
    const other = new pg.Pool({ connectionString: database.urlOf('investigation'), max: 1 });
    const rowsOf = async (sql: string) => (await other.query(sql, [id])).rowCount;
    expect(await rowsOf('SELECT FROM files.uploads WHERE id = $1')).toBe(0);
    expect(await rowsOf('UPDATE files.uploads SET condemned = true WHERE id = $1')).toBe(0);
    await expect(
      other.query(`INSERT INTO files.uploads (id, person, size) VALUES ('x', 'p', 1)`),
    ).rejects.toMatchObject({ code: '42501' });
    await other.end();
  });

  it('stay where the account of another service that keeps files destroys its own', async () => {
    const id = await key('upload:of-intake');
    const other = new pg.Pool({ connectionString: database.urlOf('investigation'), max: 1 });
    await destroy(other, id, 'upload:of-intake');
    await other.end();
    expect(await count(`vault.keys WHERE owner = 'upload:of-intake' AND wrapped IS NOT NULL`)).toBe(
      1,
    );
  });
});
