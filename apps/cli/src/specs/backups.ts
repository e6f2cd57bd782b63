import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest } from '@jest/globals';
import { createPostgresEventStore } from '@minh-bach/event-store';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import {
  PostgresKeyStore,
  loadOrCreateMasterKeyFile,
  openVault,
  setUpVaultSchema,
} from '@minh-bach/vault';
import pg from 'pg';
import { openProduct, type OpenProduct } from '../backup/open-product.ts';
import { listen } from '../operations/fake-api.fixture.ts';
import { exportCommand } from '../commands/export.ts';
import { importCommand } from '../commands/import.ts';

export const FILE = 'aaaaaaaaaaaaaaaaaaaaaa';
const sha256 = '0'.repeat(64);

/** The databases of specs do not wait for the disk. */
export const open: OpenProduct = async (places, end) => {
  const product = await openProduct(places, end);
  const log = { connectionString: product.databaseUrl, mayLoseEventsInTests: true };
  const openLog = () => createPostgresEventStore(log);
  const dataFolder = end === 'to' ? at('data') : undefined;
  const own = { openLog: { value: openLog }, dataFolder: { value: dataFolder } };
  return Object.create(product, own) as typeof product;
};

export let source: TestDatabase;
export let target: TestDatabase;
let folder: string;
export let said: { readonly text: string };
export let shown: string;
export const at = (...names: string[]) => join(folder, ...names);

export const append = async (
  database: TestDatabase,
  data: object | string,
  n: number,
  stream = `intake.petition-${n}`,
) => {
  const connectionString = database.url;
  const log = await createPostgresEventStore({ connectionString, mayLoseEventsInTests: true });
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const bytes = Buffer.from(typeof data === 'string' ? data : JSON.stringify(data));
  const event = { id, type: 'PetitionRegistered', data: bytes, metadata: Buffer.from('{}') };
  await log.append(stream, [event], 'none').finally(() => log.close());
};

beforeAll(async () => {
  source = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'minh-bach-test-'));
  writeFileSync(at('from'), source.url);
  mkdirSync(at('data'));
  mkdirSync(at('product', 'files', 'aa'), { recursive: true });
  writeFileSync(at('product', 'files', 'aa', FILE), 'sealed');
  const pool = new pg.Pool({ connectionString: source.url });
  await setUpVaultSchema(pool);
  const masterKey = await loadOrCreateMasterKeyFile(at('product', 'secrets', 'master.key'));
  await openVault({ keys: new PostgresKeyStore(pool), masterKey, destroyed: [] });
  await pool.end();
  await append(source, { file: { id: FILE, sha256 } }, 1);
  await append(source, { gist: 'đơn' }, 2);
}, 60_000);
beforeEach(async () => {
  target = await createTestDatabase();
  writeFileSync(at('to'), target.url);
  said = listen();
  shown = '';
  const write = (text: string | Uint8Array) => Boolean((shown += String(text)));
  jest.spyOn(process.stderr, 'write').mockImplementation(write);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await target.drop();
});
afterAll(async () => {
  await source.drop();
  rmSync(folder, { recursive: true });
});

export const parts = (...names: ('log' | 'files' | 'keys')[]) =>
  names.flatMap((name) => [`--${name}`, at(name)]);
export const secrets = () => ['--secrets', at('product', 'secrets')];
export const exports = (...args: string[]) =>
  exportCommand(open).run([at('from'), ...secrets(), ...args]);
export const imports = (...args: string[]) => importCommand(open).run([at('to'), ...args]);
export const exportAll = () =>
  exports(...parts('log', 'files', 'keys'), '--files-at', at('product', 'files'));
const placed = () => ['--files-at', at('restored'), ...secrets()];
export const importAll = () => imports(...parts('log', 'files', 'keys'), ...placed());
/** As a start looks at the data folder. */
export const maybeStart = async () =>
  (await import('@minh-bach/assembly')).refuseUnfinishedImport(at('data'));
export const refused = (code: string) => expect(said.text).toContain(`\n${code} `);
