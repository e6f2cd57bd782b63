import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES_APART } from '@minh-bach/contracts';
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
  await running.knows(organisation);
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

const org = () => running.service.organisation;
/** Whatever asks who is there to do something. */
const counted = async () => ({
  posts: (await org().postsOf('khanh')).length,
  holds: await org().holds('khanh', 'head', 'KV-MH'),
  superior: (await org().superiorOf('HQ-SM'))?.unit,
  nearest: (await org().nearestWith('KV-MH', ['head'], []))?.unit,
  holders: (await org().holdersOf('head', 'KV-MH')).length,
  ofUnit: (await org().postsOfUnit('KV-MH')).find(({ id }) => id === 'kv-mh.khanh')?.holder,
});
const there = {
  posts: 1,
  holds: true,
  superior: 'KV-MH',
  nearest: 'KV-MH',
  holders: 1,
  ofUnit: 'khanh',
};
const absent = {
  posts: 0,
  holds: false,
  superior: 'CHQ',
  nearest: 'CHQ',
  holders: 0,
  ofUnit: null,
};

describe('T33: a person whose duties exclude each other', () => {
  it.each(ROLES_APART)('counts nowhere as somebody who is left: a head and %s', async (apart) => {
    expect(await counted()).toEqual(there);
    const other = post('khanh', 'CHQ', [apart], { id: `other-${apart}` });
    await running.knows([other]);
    expect(await counted()).toEqual(absent);
    await running.knows([{ ...other, to: '2026-11-19' }]);
    expect(await counted()).toEqual(there);
  });

  it('counts nowhere where one post alone gives both', async () => {
    const held = post('khanh', 'KV-MH', ['head']);
    await running.knows([{ ...held, roles: ['head', 'auditor'] }]);
    expect(await counted()).toEqual(absent);
    await running.knows([held]);
  });

  it('counts on days on which only one of the duties is held', async () => {
    const later = post('khanh', 'CHQ', ['auditor'], { id: 'later', from: TOMORROW });
    await running.knows([later]);
    expect(await counted()).toEqual(there);
    expect(await org().postsOf('khanh', TOMORROW)).toEqual([]);
    await running.knows([{ ...later, to: TODAY }]);
  });

  it('can be named and acted for: who holds a post is a fact', async () => {
    const other = post('khanh', 'CHQ', ['auditor'], { id: 'fact' });
    await running.knows([
      other,
      person('mai'),
      post('mai', 'KV-MH', ['classifier']),
      deputy('mai', 'kv-mh.khanh', TODAY, TOMORROW),
    ]);
    expect(await org().holderOf('kv-mh.khanh')).toBe('khanh');
    expect(await org().superiorOf('HQ-SM')).toEqual({
      person: 'mai',
      unit: 'KV-MH',
      deputyFor: 'khanh',
    });
  });
});
