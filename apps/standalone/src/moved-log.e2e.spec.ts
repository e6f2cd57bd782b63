import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Part, freePort, surroundings } from '@minh-bach/assembly/specs';
import { ServerDouble } from '@minh-bach/event-store/double';
import { afterFirstStart } from '@minh-bach/testing';

const root = join(import.meta.dirname, '../../..');

let folder: string;
let port: number;
let server: ServerDouble;
const running: Part[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minh-bach-moved-log-'));
  const copied = await afterFirstStart(folder);
  port = copied ?? (await freePort());
  server = await ServerDouble.start();
  if (copied === undefined) await (await start()).end('SIGTERM');
}, 240_000);
afterAll(async () => {
  await Promise.all(running.map((part) => part.end('SIGTERM')));
  server?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const partWith = (...args: string[]) =>
  new Part({
    app: 'standalone',
    args: ['--port', String(port), '--data', folder, '--empty', ...args],
    env: { MB_LOG_LEVEL: 'warn' },
    readyUrl: `http://localhost:${port}/health/ready`,
  });

async function start(...args: string[]): Promise<Part> {
  const part = partWith(...args);
  running.push(part);
  await part.start();
  return part;
}

/** @returns all it says before it ends */
async function refused(...args: string[]): Promise<string> {
  const part = partWith(...args);
  await expect(part.start()).rejects.toThrow();
  return part.logs;
}

async function mb(...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'apps/cli/dist/main.js'), ...args], {
    env: { ...surroundings, MB_CONFIG_DIR: join(folder, 'config') },
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

const products = () => server.log.all.filter(({ stream }) => /^[a-z]+\./.test(stream));

describe('a data folder whose log is in PostgreSQL', () => {
  it('is refused with --store, and told how to move; nothing is changed', async () => {
    const before = server.log.all.length;
    const said = await refused('--store', server.url);
    expect(said).toContain('Nhật ký của dữ liệu này ở PostgreSQL');
    expect(said).toContain('is in PostgreSQL, not in EventStoreDB. Nothing was changed.');
    expect(said).toMatch(/mb copy-log, .*mb forget-positions.*\(LOG_IN_POSTGRESQL\)/);
    expect(server.log.all).toHaveLength(before);
    expect(existsSync(join(folder, 'eventstore-log'))).toBe(false);
  }, 60_000);

  it('moves to EventStoreDB as it was told, and starts there', async () => {
    expect(await mb('copy-log', folder, server.url)).toMatchObject({ code: 0 });
    expect(products().length).toBeGreaterThan(10);
    expect(await refused('--store', server.url)).toContain('LOG_IN_POSTGRESQL');
    expect(await mb('forget-positions', folder)).toMatchObject({ code: 0 });
    const part = await start('--store', server.url);
    const runs = await mb('copy-log', folder, server.url);
    expect(runs).toMatchObject({ code: 1, said: expect.stringContaining('Stop it') });
    await part.end('SIGTERM');
  }, 180_000);
});

describe('a data folder whose log is in EventStoreDB', () => {
  it('is refused without --store, in words', async () => {
    const said = await refused();
    expect(said).toContain('ở EventStoreDB; chưa có gì bị thay đổi');
    expect(said).toContain('--store: must be given');
    expect(said).toContain('mb forget-positions');
  }, 60_000);

  it('is refused with another server, on which nothing is written', async () => {
    const another = await ServerDouble.start();
    const before = another.log.all.length;
    const said = await refused('--store', another.url);
    expect(said).toMatch(/not the log of these data.*\(FOREIGN_LOG\)/);
    expect(another.log.all).toHaveLength(before);
    another.stop();
  }, 60_000);

  it('is refused without --store also where the file with its id is gone', async () => {
    await rm(join(folder, 'eventstore-log'));
    // The log that was copied away is still there.
    expect(await refused()).toMatch(/not the log of these data.*\(FOREIGN_LOG\)/);
  }, 60_000);
});
