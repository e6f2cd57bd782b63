import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@minh-bach/embedded-postgres';
import type { EmbeddedPostgres } from '@minh-bach/embedded-postgres';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';

const root = join(import.meta.dirname, '../../../..');

let dataFolder: string;
let running: EmbeddedPostgres[];

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'minh-bach-test-'));
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((server) => server.remove()));
  rmSync(dataFolder, { recursive: true, force: true });
});

async function start(port?: number): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataFolder, ...(port && { port }) });
  running.push(server);
  return server;
}

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL, started for each try', () => {
  it('keeps what was committed from one start to the next', async () => {
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();

    const second = await start();
    expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('is reached by a Unix socket, which nobody else may open, with the password', async () => {
    const { socketUrl, clusterFolder, port } = await start();
    const [found] = await ask(socketUrl, 'SELECT inet_client_addr() AS address');
    expect(found).toEqual({ address: null });
    expect(statSync(clusterFolder).mode & 0o077).toBe(0);
    expect(statSync(join(clusterFolder, `.s.PGSQL.${port}`)).mode & 0o077).toBe(0);
    const stranger = socketUrl.replace(/:[^:@]*@/, ':wrong@');
    await expect(ask(stranger, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('leaves no socket of one that was killed', async () => {
    const first = await start();
    await first.kill();
    const { clusterFolder, port } = await start();
    const sockets = readdirSync(clusterFolder).filter((name) => name.startsWith('.s.PGSQL.'));
    expect(sockets.sort()).toEqual([`.s.PGSQL.${port}`, `.s.PGSQL.${port}.lock`]);
  });

  it('waits for the disk before it says that something is committed', async () => {
    const { url } = await start();
    const settings = ['fsync', 'synchronous_commit', 'full_page_writes'];
    const shown = await Promise.all(settings.map((name) => ask(url, `SHOW ${name}`)));
    expect(shown.flat()).toEqual(settings.map((name) => ({ [name]: 'on' })));
  });

  it('recovers what was committed before a power cut', async () => {
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.kill();

    const second = await start();
    expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('starts although the number of the killed server has gone to another program', async () => {
    const first = await start();
    await first.kill();
    const other = spawn('sleep', ['60'], { ...ownerOf(first), stdio: 'ignore' });
    const pidFile = join(first.clusterFolder, 'postmaster.pid');
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, `${other.pid}`));

    const second = await start();
    expect(await ask(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    other.kill();
  });

  it('says in one line which program holds the data, not which PostgreSQL', async () => {
    const { url } = await start();

    await expect(start()).rejects.toMatchObject({
      code: 'DATA_IN_USE',
      message: expect.stringMatching(
        new RegExp(
          `^Thư mục dữ liệu ${dataFolder} .*PID ${process.pid}\\).* / The data .*PID ${process.pid}\\).*--data\\.$`,
        ),
      ),
    });
    expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('lets one of two first starts at once win, and tells the other', async () => {
    const both = await Promise.allSettled([start(), start()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'DATA_IN_USE' },
    });
  });

  it('leaves nothing of first starts that were killed, and of no other folder less', async () => {
    const left = join(dataFolder, 'postgres-unfinished-x1Y2z3');
    for (const folder of [left, join(dataFolder, 'postgres-backup')]) mkdirSync(folder);
    writeFileSync(join(left, 'PG_VERSION'), '18');
    writeFileSync(`${left}.password`, 'secret');
    await start();
    const names = readdirSync(dataFolder).filter((name) => name.startsWith('postgres-'));
    expect(names).toEqual(['postgres-backup']);
  });

  it('says in one line that its port is taken', async () => {
    const { port } = await start();
    const elsewhere = { dataFolder: join(dataFolder, 'other'), port };

    await expect(startEmbeddedPostgres(elsewhere)).rejects.toMatchObject({ code: 'PORT_TAKEN' });
  });

  it('goes when the process that started it is killed, so that the next can start', async () => {
    const first = spawn(
      process.execPath,
      ['--import', './swc-source.mjs', '--input-type=module', '--eval', holdData, dataFolder],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(first.stdout, 'data');
    first.kill('SIGKILL');
    await once(first, 'exit');

    const second = await start();
    expect(await ask(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await expect(start()).rejects.toMatchObject({ details: { pid: process.pid } });
  });
});

const holdData = `
  import { startEmbeddedPostgres } from '@minh-bach/embedded-postgres';
  await startEmbeddedPostgres({ dataFolder: process.argv[1] });
  console.log('started');
  setInterval(() => undefined, 1_000);`;

/** As the server's own user, who alone can mistake the other program for the server. */
function ownerOf(server: EmbeddedPostgres): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const { uid, gid } = statSync(server.clusterFolder);
  return { uid, gid };
}
