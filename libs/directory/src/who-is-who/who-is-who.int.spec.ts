import type { DirectoryEntryV1 } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { deputy, person, post, unit } from '../directory.fixture.ts';
import { WhoIsWhoController } from './who-is-who.controller.ts';

const ENDED: DirectoryEntryV1 = { ...unit, id: 'HQ-CU', to: '2026-06-30' };
const COMING: DirectoryEntryV1 = { ...unit, id: 'HQ-MOI', from: '2027-01-01' };

let database: TestDatabase;
let running: TestService;
let directory: WhoIsWhoController;

beforeAll(async () => {
  database = await createTestDatabase();
  running = await startTestService(
    {
      name: 'reader',
      events: [],
      topics: [],
      entities: [],
      projections: [],
    },
    { databaseUrl: database.url, now: '2026-11-24T02:00:00.000Z' },
  );
  await running.knows([
    unit,
    ENDED,
    COMING,
    person,
    { ...person, id: 'cuc', name: 'Lê Thị Cúc', subject: 'cuc' },
    { ...person, id: 'tam', name: 'Hồ Thanh Tâm', subject: 'tam' },
    post,
    { ...post, id: 'cu-truong', unit: 'HQ-CU' },
    deputy,
  ]);
  await running.knows([{ ...post, person: 'tam', from: '2026-09-01' }]);
  directory = new WhoIsWhoController(running.service);
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

const idsOf = async (asked: { asOf?: string; view?: 'all' | 'valid' }) =>
  (await directory.units({ view: 'valid', ...asked })).items.map(({ id }) => id).sort();

describe('the list of units', () => {
  it('holds those that stand today, neither ended nor to come', async () => {
    expect(await idsOf({})).toEqual(['HQ-SM']);
  });
  it('holds those of another day that is asked about', async () => {
    expect(await idsOf({ asOf: '2026-06-30' })).toEqual(['HQ-CU', 'HQ-SM']);
    expect(await idsOf({ asOf: '2026-07-01' })).toEqual(['HQ-SM']);
    expect(await idsOf({ asOf: '2027-01-01' })).toEqual(['HQ-MOI', 'HQ-SM']);
  });
  it('holds all when asked for all, each with its days', async () => {
    expect(await idsOf({ view: 'all' })).toEqual(['HQ-CU', 'HQ-MOI', 'HQ-SM']);
    const { items } = await directory.units({ view: 'all' });
    expect(items).toContainEqual(expect.objectContaining({ id: 'HQ-CU', to: '2026-06-30' }));
  });
  it('leaves their names to history', async () => {
    const units = await running.service.organisation.units();
    expect(units.map(({ id }) => id)).toContain('HQ-CU');
  });
});

describe('the posts of a unit', () => {
  const on = async (asOf?: string, where = 'HQ-SM') =>
    (await directory.posts(where, asOf === undefined ? {} : { asOf })).items.map(
      ({ id, holder, deputy: acting, from, to }) => [id, holder?.id, acting?.id, from, to],
    );

  it('are shown with who holds them today, and who acts for him', async () => {
    expect(await on()).toEqual([['sm-truong', 'tam', 'cuc', '2026-09-01', null]]);
    expect(await on('2026-11-30')).toEqual([['sm-truong', 'tam', undefined, '2026-09-01', null]]);
  });
  it('are shown with who held them on another day', async () => {
    expect(await on('2026-08-31')).toEqual([
      ['sm-truong', 'binh', undefined, '2026-01-01', '2026-08-31'],
    ]);
    expect(await on('2025-12-31')).toEqual([]);
  });
  it('of a unit that ended are none today', async () => {
    expect(await on(undefined, 'HQ-CU')).toEqual([]);
    expect(await on('2026-06-30', 'HQ-CU')).toHaveLength(1);
  });
});

describe('the holders of a role', () => {
  it('are those of the day', async () => {
    const heads = async (asOf?: string) =>
      (
        await directory.people('HQ-SM', { role: 'head', ...(asOf === undefined ? {} : { asOf }) })
      ).items.map(({ id }) => id);
    expect(await heads()).toEqual(['tam']);
    expect(await heads('2026-08-31')).toEqual(['binh']);
  });
});

describe('who I am', () => {
  it('names whose post it is that I act for', async () => {
    const principal = { person: deputy.deputy, name: 'Lê Thị Cúc', posts: [] };
    const { posts } = await directory.me({ principal });
    expect(posts).toMatchObject([
      { post: post.id, deputyFor: { id: 'tam', name: 'Hồ Thanh Tâm' } },
    ]);
  });
});
