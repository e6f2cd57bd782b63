import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { masterKeyOf, openVault, PostgresKeyStore, setUpVaultSchema } from '@minh-bach/vault';
import pg from 'pg';
import { FolderFileStore } from './folder/folder-file-store.ts';
import { PostgresUploadTable, setUpFilesSchema } from './postgres/upload-table.ts';
import { Uploads, type UploadsOptions } from './uploads.ts';
import { FileWorkers } from './workers/file-workers.ts';

/** A door for files over a real database and a folder of its own. */
export async function openDoor(url: string) {
  const pool = new pg.Pool({ connectionString: url });
  await setUpVaultSchema(pool);
  await setUpFilesSchema(pool);
  const masterKey = masterKeyOf(Buffer.alloc(32, 9));
  const vault = await openVault({ keys: new PostgresKeyStore(pool), masterKey, destroyed: [] });
  const root = mkdtempSync(join(tmpdir(), 'files-'));
  const store = new FolderFileStore(root);
  const table = new PostgresUploadTable(pool);
  const workers = new FileWorkers();
  const another = (over: Partial<UploadsOptions> = {}) =>
    new Uploads({ store, table, vault, workers, ...over });
  return {
    pool,
    vault,
    root,
    store,
    table,
    another,
    uploads: another(),
    rows: async () => (await pool.query('select id from files.uploads')).rows.length,
    onDisk: () =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name),
    close: async () => {
      await workers.close();
      await pool.end();
      rmSync(root, { recursive: true });
    },
  };
}

export const person = 'p-1';
export const service = 'intake';
export const refused = (code: string) => expect.objectContaining({ code }) as unknown;

export async function* stream(...pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

export async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}
