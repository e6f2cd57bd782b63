import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { demoService } from '../specs/demo-service.ts';
import { deputy, organisation, person, post } from '../specs/organisation.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';

const TODAY = '2026-11-20';
const TOMORROW = '2026-11-21';

let database: TestDatabase;
let running: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  running = await startTestService(demoService, {
    databaseUrl: database.url,
    now: `${TODAY}T02:00:00.000Z`,
  });
  await running.knows([
    ...organisation,
    person('oanh'),
    post('oanh', 'HQ-SM', ['denunciation-officer']),
    post('binh', 'HQ-DG', ['head', 'denunciation-officer']),
  ]);
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

const postsOf = async (who: string, on = TODAY) =>
  (await running.service.organisation.postsOf(who, on)).map(({ post: id }) => id);

describe('T29: a deputy of a head and of an officer for denunciations', () => {
  it('acts for neither of them on the days of both, where it was recorded all the same', async () => {
    await running.knows([
      deputy('hung', 'hq-sm.binh', TODAY, TOMORROW),
      deputy('hung', 'hq-sm.oanh', TODAY, TODAY),
    ]);
    expect(await postsOf('hung')).toEqual(['hq-sm.hung']);
    expect(await postsOf('hung', TOMORROW)).toEqual(['hq-sm.hung', 'hq-sm.binh']);
    await running.knows([deputy('hung', 'hq-sm.binh', TODAY, TOMORROW, true)]);
    expect(await postsOf('hung')).toEqual(['hq-sm.hung', 'hq-sm.oanh']);
  });

  it('acts in no post that has both duties', async () => {
    await running.knows([deputy('phuc', 'hq-dg.binh', TODAY, TODAY)]);
    expect(await postsOf('phuc')).toEqual(['hq-sm.phuc']);
  });
});
