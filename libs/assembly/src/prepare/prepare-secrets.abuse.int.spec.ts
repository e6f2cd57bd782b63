import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from '@jest/globals';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { PostgresKeyStore, masterKeyOf, rootSecret, setUpVaultSchema } from '@minh-bach/vault';
import pg from 'pg';
import { keepSecret } from '../secrets.ts';
import { checkDatabase } from './check-secrets.ts';
import { prepareSecrets } from './prepare-secrets.ts';

describe('T7, T25: a folder of secrets that is mistyped', () => {
  let folder: string;
  let everything: string;
  let into: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'minh-bach-mistyped-'));
    [everything, into] = [join(folder, 'all'), join(folder, 'drawn')];
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Each file with what it holds. */
  async function all(): Promise<Record<string, string>> {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = found.filter((each) => each.isFile());
    const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
    return Object.fromEntries(
      await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const)),
    );
  }

  async function changesNothing(from: string, said: RegExp): Promise<void> {
    const before = await all();
    await expect(prepareSecrets(from, into)).rejects.toThrow(said);
    expect(await all()).toEqual(before);
  }

  it('draws no new secrets beside those that are laid', async () => {
    await prepareSecrets(everything, into);
    await changesNothing(join(folder, 'al'), /mistyped/);
    await rm(join(everything, 'service.secret'));
    await changesNothing(everything, /mistyped/);
  });

  it('lays nothing from the folder of one process', async () => {
    await prepareSecrets(everything, into);
    const own = join(into, 'triage');
    into = join(folder, 'others');
    await changesNothing(own, /one process/);
  });

  it('mixes no secrets of two folders', async () => {
    await prepareSecrets(everything, into);
    await rm(join(into, 'gateway'), { recursive: true });
    const other = join(folder, 'other');
    await prepareSecrets(other, join(folder, 'elsewhere'));
    await changesNothing(other, /another secret/);
  });

  it('lets no half-written key stay', async () => {
    await prepareSecrets(everything, into);
    const key = join(into, 'triage', 'master.key');
    expect((await stat(key)).mode & 0o777).toBe(0o600);
    await writeFile(key, 'half');
    await changesNothing(everything, /SECRET_BROKEN/);
  });

  it('lays keys that only their owner may change, whoever may change those that all come from', async () => {
    await prepareSecrets(everything, join(folder, 'first'));
    await chmod(join(everything, 'master.key'), 0o400);
    await mkdir(into);
    await prepareSecrets(everything, into);
    expect((await stat(join(into, 'triage', 'master.key'))).mode & 0o777).toBe(0o600);
    expect((await all())[join(into, 'triage', 'master.key')]?.trim()).toBe(
      (await all())[join(everything, 'master.key')]?.trim(),
    );
  });

  describe('beside a database', () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await createTestDatabase();
    });
    afterAll(() => database.drop());

    it('is found out before anything is written', async () => {
      await checkDatabase(database.url, everything);
      const pool = new pg.Pool({ connectionString: database.url, max: 1 });
      const masterKey = masterKeyOf(Buffer.alloc(32, 9));
      await setUpVaultSchema(pool);
      await checkDatabase(database.url, everything);
      await rootSecret(new PostgresKeyStore(pool), masterKey);
      await pool.end();

      await expect(checkDatabase(database.url, everything)).rejects.toThrow(/mistyped/);
      expect(await all()).toEqual({});
      await prepareSecrets(everything, into);
      await expect(checkDatabase(database.url, everything)).rejects.toMatchObject({
        code: 'MASTER_KEY_WRONG',
      });
      const right = join(folder, 'right');
      await keepSecret(right, 'master.key', Buffer.alloc(32, 9));
      await keepSecret(right, 'service.secret', Buffer.alloc(32, 1));
      await checkDatabase(database.url, right);
    });
  });
});
