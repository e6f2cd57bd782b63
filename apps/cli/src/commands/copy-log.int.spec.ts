import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@minh-bach/embedded-postgres';
import { createPostgresEventStore } from '@minh-bach/event-store';
import { eventually, whenBuilt } from '@minh-bach/testing';
import { randomUUID } from 'node:crypto';
import pg from 'pg';

const main = join(import.meta.dirname, '../../dist/main.js');
const STREAMS = 40;
const EACH = 50;
/** How much is in the target when the process is killed. */
const KILLS = [100, 700, 1_500];

let postgres: EmbeddedPostgres;
let folder: string;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  await whenBuilt();
  folder = await mkdtemp(join(tmpdir(), 'minh-bach-test-'));
  postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'data') });
  await query(
    'postgres',
    'CREATE DATABASE source',
    'CREATE DATABASE target',
    'CREATE DATABASE bare',
  );
  for (const name of ['source', 'target', 'bare'])
    await writeFile(file(name), postgres.urlOf(name), { mode: 0o600 });
  const store = await createPostgresEventStore({ connectionString: postgres.urlOf('source') });
  const event = () => ({
    id: randomUUID(),
    type: 'PetitionReceived',
    data: Buffer.from(`{"content":"nội dung ${Math.random()}"}`),
    metadata: Buffer.from('{}'),
  });
  for (let n = 0; n < EACH; n += 1)
    await Promise.all(
      Array.from({ length: STREAMS }, (_, s) => store.append(`intake.${s}`, [event()], 'any')),
    );
  await store.close();
}, 180_000);

afterAll(async () => {
  await postgres?.remove();
  await rm(folder, { recursive: true, force: true });
});

async function query(database: string, ...texts: string[]): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: postgres.urlOf(database) });
  await client.connect();
  try {
    let last: pg.QueryResult | undefined;
    for (const text of texts) last = await client.query(text);
    return last!;
  } finally {
    await client.end();
  }
}

const inTarget = async (): Promise<number> => {
  const { rows } = await query('target', 'SELECT count(*)::integer AS count FROM log.events');
  return (rows[0] as { count: number }).count;
};

const mb = (...args: string[]) =>
  promisify(execFile)(process.execPath, [main, 'copy-log', ...args]).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
  );

const lastLine = (text: string): unknown => JSON.parse(text.trim().split('\n').at(-1)!);

it('mb copy-log, killed in the middle again and again, ends with the same log', async () => {
  for (const enough of KILLS) {
    const child = spawn(process.execPath, [main, 'copy-log', file('source'), file('target')]);
    const ended = once(child, 'exit');
    await eventually(async () => expect(await inTarget()).toBeGreaterThan(enough));
    child.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
  }
  const before = await inTarget();
  expect(before).toBeLessThan(STREAMS * EACH);

  const { code, stdout } = await mb(file('source'), file('target'), '--json');
  expect(code).toBe(0);
  const { copied } = lastLine(stdout) as { copied: { events: number; copied: number } };
  expect(copied).toMatchObject({ events: STREAMS * EACH });
  expect(copied.copied).toBeLessThanOrEqual(STREAMS * EACH - before);

  const rows = async (database: string) =>
    (
      await query(
        database,
        'SELECT stream, revision, id, type, data, metadata FROM log.events ORDER BY position',
      )
    ).rows as unknown[];
  expect(await rows('target')).toEqual(await rows('source'));
}, 120_000);

it('mb copy-log makes no log where it is told to copy from', async () => {
  const { code, stdout } = await mb(file('bare'), file('target'), '--json');
  expect({ code, said: lastLine(stdout) }).toMatchObject({
    code: 1,
    said: { error: { code: 'NO_LOG' } },
  });
  const { rows } = await query('bare', "SELECT FROM pg_namespace WHERE nspname = 'log'");
  expect(rows).toEqual([]);
});
