import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { JsonLogger } from '@minh-bach/http';
import { systemClock } from '@minh-bach/kernel';
import { createTestDatabase } from '@minh-bach/testing';
import { createInfrastructure } from './infrastructure.ts';
import { loadOrCreateSecret } from './secrets.ts';
import { preparedDatabase } from './specs/service-accounts.ts';

let database: Awaited<ReturnType<typeof preparedDatabase>>;
let folder: string;
beforeAll(async () => void (database = await preparedDatabase()), 60_000);
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'minh-bach-secrets-'))));
afterAll(() => database.drop());

const start = (databaseUrl: string) =>
  createInfrastructure({
    ...{ databaseUrl, secretsFolder: folder, filesFolder: join(folder, 'files') },
    clock: systemClock,
    log: new JsonLogger({ service: 'spec', level: 'silent' }),
    messages: { by: 'log', publications: [] },
  });

it.each([
  ['SECRET_MISSING', 'service.secret', []],
  ['MASTER_KEY_MISSING', 'master.key', ['service.secret']],
])('no secret is drawn beside data that hang on a lost one: %s', async (code, missing, there) => {
  for (const name of there) await loadOrCreateSecret(folder, name);
  for (const url of [database.url, database.urlOf('triage'), database.urlOf('gateway')])
    await expect(start(url)).rejects.toMatchObject({
      ...{ code, details: { path: join(folder, missing) } },
    });
  expect(await readdir(folder)).toEqual(there);
  await rm(folder, { recursive: true });
});

it('they are drawn where there is nothing yet', async () => {
  const empty = await createTestDatabase();
  // The log of specs does not wait for the disk, which comes after.
  await expect(start(empty.url)).rejects.toMatchObject({ code: 'STORE_NOT_DURABLE' });
  expect(await readdir(folder)).toEqual(['master.key', 'service.secret']);
  await empty.drop();
  await rm(folder, { recursive: true });
});
