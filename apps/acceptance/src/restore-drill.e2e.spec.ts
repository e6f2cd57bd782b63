import { execFile } from 'node:child_process';
import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { surroundings } from '@minh-bach/assembly/specs';
import type { HistoryEntry } from '@minh-bach/contracts';
import { runningUrl } from '@minh-bach/embedded-postgres';
import { whenBuilt } from '@minh-bach/testing';
import { PostgresKeyStore, loadOrCreateMasterKeyFile, openVault } from '@minh-bach/vault';
import pg from 'pg';
import { picture, send } from './abuse/upload.ts';
import {
  SENDER,
  accept,
  answerCase,
  borderPost,
  complaintOf,
  conclude,
  itIs,
  newReceiptCode,
  register,
  type Post,
} from './complaint.ts';
import { startProduct, type Product } from './harness/index.ts';
import { Person } from './person.ts';

const DAY = '2026-11-20';
const CLI = join(import.meta.dirname, '../../cli/dist/main.js');

let product: Product;
let backup: string;
let post: Post;
let code: string;
let [answered, erased, late] = ['', '', ''];
let histories: Map<string, readonly Entry[]>;
let events: readonly string[];
let exported: {
  readonly log: { readonly events: number; readonly added: number; readonly chain: string };
};

const mb = async (...args: string[]) => {
  const env = { ...surroundings, MB_CONFIG_DIR: join(backup, 'config') };
  const ran = promisify(execFile)(process.execPath, [CLI, ...args, '--json'], { env });
  const { code: exit, stdout } = await ran.then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  const said = JSON.parse(stdout.trim().split('\n').at(-1)!) as Record<string, object>;
  return { exit, said };
};
const at = (...parts: ('log' | 'files' | 'keys')[]) =>
  parts.flatMap((part) => [`--${part}`, join(backup, part)]);
const run = (command: 'export' | 'import', ...options: string[]) =>
  mb(command, product.folders.database, ...options);

type Entry = Omit<HistoryEntry, 'position'>;

/** Positions are the database's own. */
async function historyOf(
  number: string,
  isWhole: (entries: readonly Entry[]) => boolean = () => true,
) {
  type History = { readonly entries: readonly HistoryEntry[] };
  const path = `/matters/${number}/history`;
  const { entries } = await post.head.getUntil<History>(path, (body) => isWhole(body.entries));
  return entries.map(({ position: _, ...entry }): Entry => entry);
}

/** Intake has heard that triage has it: nothing more comes of a registration. */
const isHeard = (entries: readonly Entry[]): boolean =>
  entries.some(({ stream, revision }) => stream.startsWith('intake.petition') && revision > 0);

/** @returns the number of the petition */
async function withScan(text: string): Promise<string> {
  const { body } = await send(post.desk, picture(text), 'image/png');
  const file = { id: body['file'], name: `${text}.png` };
  const petition = { ...complaintOf(DAY, newReceiptCode()), file };
  const { number } = await post.desk.does<{ number: string }>('/intake/petitions', petition);
  await historyOf(number, isHeard);
  return number;
}
const disclose = (what: 'identity' | 'file', number: string) =>
  post.desk.post(`/intake/petitions/${number}/${what}-disclosures`, { purpose: 'contact-sender' });

async function withDatabase<T>(work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: runningUrl(product.folders.database), max: 1 });
  pool.on('error', () => {});
  return work(pool).finally(() => pool.end());
}

/** Everything but positions. */
const allEvents = () =>
  withDatabase(async (pool) => {
    const { rows } = await pool.query<{ event: string }>(
      `SELECT concat_ws(' ', stream, revision, id, type, encode(sha256(data || metadata), 'hex')) AS event
       FROM log.events ORDER BY position`,
    );
    return rows.map(({ event }) => event);
  });

/** As it will be once an event tells of it: no command of the product erases yet. */
const destroyKey = (owner: string) =>
  withDatabase(async (pool) => {
    const secrets = join(product.folders.database, 'secrets', 'master.key');
    const masterKey = await loadOrCreateMasterKeyFile(secrets);
    const vault = await openVault({ keys: new PostgresKeyStore(pool), masterKey, destroyed: [] });
    await vault.destroy([{ owner, compartment: 'identity' }]);
  });

/** As a disk that is gone: of the data folder the secrets alone are left, which lie elsewhere. */
async function loseAll(): Promise<void> {
  const folder = product.folders.database;
  // PostgreSQL outlives the product by a moment, and writes as it ends.
  await rm(await realpath(join(folder, 'postgres')), { recursive: true, maxRetries: 20 });
  for (const name of await readdir(folder))
    if (name !== 'secrets') await rm(join(folder, name), { recursive: true, force: true });
}

beforeAll(async () => {
  await whenBuilt();
  backup = await mkdtemp(join(tmpdir(), 'minh-bach-backup-'));
  product = await startProduct('standalone');
  await product.setClock(itIs(`${DAY}T02:00:00.000Z`));
  post = await borderPost(product.url);
  code = newReceiptCode();
  answered = await register(post, DAY, code);
  const opened = await accept(post, answered);
  await conclude(post, opened);
  await answerCase(post, opened);
  erased = await withScan('scan');
}, 240_000);
afterAll(async () => {
  await product?.close();
  await rm(backup, { recursive: true, force: true });
}, 60_000);

describe('a restore drill', () => {
  it('backs up a product that runs, night after night', async () => {
    const first = await run('export', ...at('log', 'files', 'keys'));
    expect(first).toMatchObject({ exit: 0, said: { exported: { files: { files: 1, added: 1 } } } });
    expect((await disclose('identity', erased)).body).toMatchObject({ sender: SENDER });
    late = await withScan('another');

    // The key is destroyed between the backup of the keys and that of the log.
    expect(await run('export', ...at('keys'))).toMatchObject({ exit: 0 });
    await destroyKey(erased);
    const { exit, said } = await run('export', ...at('log', 'files'));
    expect({ exit, said }).toMatchObject({
      exit: 0,
      said: { exported: { files: { files: 2, added: 1 } } },
    });
    exported = said['exported'] as typeof exported;
    expect(exported.log.added).toBeLessThan(exported.log.events);
    histories = new Map();
    for (const number of [answered, erased, late]) histories.set(number, await historyOf(number));
    events = await allEvents();
    expect(events).toHaveLength(exported.log.events);
    expect((await disclose('identity', erased)).body).not.toMatchObject({ sender: SENDER });
  }, 120_000);

  it('refuses to restore over the product that runs', async () => {
    const refused = await run('import', ...at('log', 'files', 'keys'));
    expect(refused).toMatchObject({ exit: 1, said: { error: { code: 'DATA_IN_USE' } } });
  }, 60_000);

  it('brings the product back from log, files and keys', async () => {
    await product.kill('standalone');
    await loseAll();
    const begun = performance.now();
    const { exit, said } = await run('import', ...at('log', 'files', 'keys'));
    const took = [performance.now() - begun];
    const { events: count, chain } = exported.log;
    expect({ exit, said }).toMatchObject({
      exit: 0,
      said: {
        imported: {
          keys: { destroyedAgain: 1 },
          files: { files: 2 },
          log: { events: count, chain },
        },
      },
    });
    await product.start('standalone');
    took.push(performance.now() - begun);
    expect((await allEvents()).slice(0, count)).toEqual(events);
    post = await borderPost(product.url);
    for (const [number, before] of histories) expect(await historyOf(number)).toEqual(before);
    const [imported, served] = took.map((ms) => (ms / 1_000).toFixed(1));
    console.log(`restore drill: ${count} events imported in ${imported} s, served in ${served} s`);
  }, 240_000);

  it('appends nothing by itself: what was said between services has no second effect', async () => {
    // Every service has heard of this one, and so all that came before it.
    const number = await register(post, DAY);
    await historyOf(number, isHeard);
    const since = (await allEvents()).slice(events.length);
    const own = (event: string) =>
      event.includes(number) || event.startsWith('intake.receipt-code');
    expect(since.some(own)).toBe(true);
    expect(since.filter((event) => !own(event))).toEqual([]);
  }, 60_000);

  it('opens identities and files again, and follows a receipt code', async () => {
    for (const number of [answered, late])
      expect((await disclose('identity', number)).body).toMatchObject({ sender: SENDER });
    expect((await disclose('file', late)).status).toBe(200);
    await Person.stranger(product.url).getTracked(code, 'closed');
  }, 60_000);

  it('keeps shut what was destroyed', async () => {
    expect((await disclose('identity', erased)).body).not.toMatchObject({ sender: SENDER });
  }, 60_000);
});
