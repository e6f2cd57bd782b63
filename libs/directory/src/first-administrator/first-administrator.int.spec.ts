import { expect, it } from '@jest/globals';
import { ServiceRuntime } from '@minh-bach/platform';
import { testInfrastructure } from '@minh-bach/platform/specs';
import { createTestDatabase } from '@minh-bach/testing';
import type { INestApplication } from '@nestjs/common';
import { directoryService } from '../directory.service.ts';
import { startDirectory } from '../running-directory.fixture.ts';
import { administratorsOf, recordFirstAdministrator } from './first-administrator.ts';

it('administrators are not looked for in what older code left, but in what replaces it', async () => {
  const database = await createTestDatabase();
  const { infrastructure, close } = await testInfrastructure({
    databaseUrl: database.url,
    publications: [],
    now: '2026-11-20T02:00:00.000Z',
  });
  const directory = await ServiceRuntime.create(directoryService, infrastructure);
  const { dataSource } = directory.rights;
  await dataSource.query('DROP TABLE org_tenures');
  await dataSource.query(`UPDATE projection_checkpoint SET versions = '{"organisation": 0}'`);

  const app = { get: () => [directory] } as unknown as INestApplication;
  const asked = administratorsOf(app);
  directory.rights.start();
  expect(await asked).toEqual([]);

  await directory.onApplicationShutdown();
  await close();
  await database.drop();
});

it('one subject is one person, whatever name to sign in with is given the second time', async () => {
  const database = await createTestDatabase();
  const running = await startDirectory(database.url, '2026-11-20T02:00:00.000Z', 'quan-tri');
  const [first] = await administratorsOf(running.app);
  await recordFirstAdministrator(running.app, { ...first!, username: 'another-name' });
  await running.caughtUp();
  expect(await administratorsOf(running.app)).toEqual([first]);
  await running.stop();
  await database.drop();
});
