import { ROLES, type DirectoryEntryV1 } from '@minh-bach/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { demoService } from '../specs/demo-service.ts';
import { deputy, organisation, person, post } from '../specs/organisation.ts';
import { expectRebuildsEqualLive } from '../specs/rebuilds.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';
import { OnceActedRow, OnceHeldRow } from './once.entities.ts';

const TODAY = '2026-11-20';
let database: TestDatabase;
let running: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  running = await startTestService(demoService, {
    databaseUrl: database.url,
    now: `${TODAY}T02:00:00.000Z`,
  });
  await running.knows(organisation);
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

/** As a door once let them in; each later entry of a post keeps what the earlier one said. */
it('a post that was recorded with a role 15,000 times stops no rights', async () => {
  const roles = Array<'verifier'>(15_000).fill('verifier');
  const written = post('nam', 'HQ-SM', [...roles, 'clerk'], { title: { vi: 'Nam', en: 'Nam' } });
  await running.knows([
    person('nam'),
    written,
    deputy('phuc', written.id, '2026-11-01', '2026-11-30'),
  ]);
  await running.knows([{ ...written, to: '2026-11-19' } as DirectoryEntryV1]);
  await running.knows([{ ...written, from: '2026-11-20' } as DirectoryEntryV1]);
  const [held] = await running.service.organisation.postsOf('nam');
  expect(held?.roles).toEqual(['verifier', 'clerk']);
  const { dataSource } = running.service.rights;
  const kept = [
    ...(await dataSource.getRepository(OnceHeldRow).findBy({ post: written.id })),
    ...(await dataSource.getRepository(OnceActedRow).findBy({ post: written.id })),
  ];
  expect(kept.length).toBeGreaterThan(2);
  for (const row of kept) expect(row.roles).toEqual(['clerk', 'verifier']);
  await expectRebuildsEqualLive(running.service);
});

it('all roles at once fit beside the longest names', async () => {
  const long = post('p'.repeat(64), 'U'.repeat(40), [...ROLES], { id: 'x'.repeat(80) });
  await running.knows([long]);
  await running.knows([{ ...long, to: '2026-11-19' }]);
  const { dataSource } = running.service.rights;
  const [kept] = await dataSource.getRepository(OnceHeldRow).findBy({ post: long.id });
  expect(kept?.roles).toEqual([...ROLES].sort());
});
