import { execFile, spawnSync } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { capabilities } from '@minh-bach/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../../..');
const nobody = 65_534;

/** Starts twice, writes in between, and tells where the cluster lay and who owned it. */
const startTwice = `
  import { statSync } from 'node:fs';
  import pg from 'pg';
  import { explainStartFailure, startEmbeddedPostgres } from '@minh-bach/embedded-postgres';
  const dataFolder = process.argv[1];
  const ask = async (url, query) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(query);
    await client.end();
    return rows;
  };
  try {
    const first = await startEmbeddedPostgres({ dataFolder });
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await startEmbeddedPostgres({ dataFolder });
    const [{ answer }] = await ask(second.url, 'SELECT answer FROM kept');
    const { uid } = statSync(second.clusterFolder);
    await second.remove();
    console.log(JSON.stringify({ answer, uid, folder: second.clusterFolder }));
  } catch (error) {
    console.log(JSON.stringify({ said: explainStartFailure(error) ?? String(error) }));
  }`;

interface Told {
  readonly answer?: number;
  readonly uid?: number;
  readonly folder?: string;
  readonly said?: string;
}

const node = ['--import', './swc-source.mjs', '--input-type=module', '--eval', startTwice];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minh-bach-test-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function told(command: string, args: readonly string[], options: object): Promise<Told> {
  const { stdout } = await run(command, args, { cwd: root, ...options });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Told;
}

/** In mounts of its own, where `/etc` is a copy without a user `postgres`. */
function withoutPostgresUser(before: string): Promise<Told> {
  const script = `set -e
    cp -a /etc "$1/etc"
    sed -i '/^postgres:/d' "$1"/etc/passwd "$1"/etc/shadow "$1"/etc/group "$1"/etc/gshadow
    mount --bind "$1/etc" /etc
    ${before}
    shift
    exec "$@"`;
  const command = [process.execPath, ...node, join(folder, 'data')];
  return told('unshare', ['--mount', 'sh', '-c', script, 'sh', folder, ...command], {});
}

const describeIf = (there: boolean, name: string, body: () => void) =>
  there ? describe(name, body) : undefined;

describe('the embedded PostgreSQL, started', () => {
  it('by whoever runs this, in a folder that others may not enter', async () => {
    const { answer, uid } = await told(process.execPath, [...node, join(folder, 'data')], {});
    expect(answer).toBe(42);
    expect(uid).not.toBe(0);
  });
});

describeIf(capabilities.root, 'the embedded PostgreSQL, started by root', () => {
  it('runs as another user in a data folder that is open to root only', async () => {
    const { answer, uid } = await told(process.execPath, [...node, folder], {});
    expect(answer).toBe(42);
    expect(uid).not.toBe(0);
  });

  it('lies elsewhere when the folder above the data is closed to that user', async () => {
    const there = await told(process.execPath, [...node, join(folder, 'deep/data')], {});
    expect(there).toMatchObject({ answer: 42 });
    expect(there.folder).toMatch(/^\/var\/lib\/minh-bach\/clusters\//);
    expect(statSync(there.folder ?? '', { throwIfNoEntry: false })).toBeUndefined();
  });

  it('runs from a checkout under a closed home', async () => {
    const checkout = join(folder, 'checkout');
    for (const name of ['embedded-postgres', '@embedded-postgres', 'async-exit-hook']) {
      const path = `node_modules/${name}`;
      cpSync(join(root, path), join(checkout, path), { recursive: true, verbatimSymlinks: true });
    }
    const source = 'libs/embedded-postgres/src';
    cpSync(join(root, source), join(checkout, 'node_modules/@minh-bach/embedded-postgres'), {
      recursive: true,
    });
    // Resolved from the copy, so that the binaries are those under the closed folder.
    const fromCopy = startTwice.replace(
      '@minh-bach/embedded-postgres',
      join(checkout, 'node_modules/@minh-bach/embedded-postgres/index.ts'),
    );
    const args = [...node.slice(0, -1), fromCopy, join(folder, 'data')];
    expect(await told(process.execPath, args, {})).toMatchObject({ answer: 42 });
  });

  it('runs as an ordinary user in a folder of that user', async () => {
    chownSync(folder, nobody, nobody);
    const options = { uid: nobody, gid: nobody };
    const canRead = spawnSync('/bin/ls', [root], options).status === 0;
    if (!canRead) return;
    const there = await told(process.execPath, [...node, join(folder, 'data')], options);
    expect(there).toMatchObject({ answer: 42, uid: nobody });
  });

  it('says in one line that the data belongs to somebody else', async () => {
    mkdirSync(join(folder, 'data'), { mode: 0o700 });
    const options = { uid: nobody, gid: nobody };
    if (spawnSync('/bin/ls', [root], options).status !== 0) return;
    const { said } = await told(process.execPath, [...node, join(folder, 'data')], options);
    expect(said).toMatch(/^Không có quyền.* \/ The folder .* may not be read and written.*$/);
  });
});

describeIf(capabilities.mounts, 'the embedded PostgreSQL, started by root', () => {
  it('makes the user postgres where there is none', async () => {
    expect(await withoutPostgresUser('')).toMatchObject({ answer: 42 });
  });

  it('runs as nobody where no user can be made', async () => {
    const noUseradd = 'mount --bind /bin/false "$(command -v useradd)"';
    expect(await withoutPostgresUser(noUseradd)).toMatchObject({ answer: 42, uid: nobody });
  });

  it('says in one line that the disk is full', async () => {
    const script = 'mount -t tmpfs -o size=20m none "$1"; shift; exec "$@"';
    const command = [process.execPath, ...node, folder];
    const args = ['--mount', 'sh', '-c', script, 'sh', folder, ...command];
    const { said } = await told('unshare', args, {});
    expect(said).toMatch(/^Ổ đĩa chứa .* đã đầy.* \/ The disk that holds .* is full.*$/);
  });
});
