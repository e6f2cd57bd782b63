import type { DirectoryEntryV1 } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { demoService } from '../specs/demo-service.ts';
import { deputy, organisation, person, post } from '../specs/organisation.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';

const TODAY = '2026-11-20';
const YESTERDAY = '2026-11-19';
const HEAD = 'hq-sm.binh';
const [LONG_AGO, ENDS] = ['2026-11-10', '2027-01-31'];

let database: TestDatabase;
let running: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  running = await startTestService(demoService, {
    databaseUrl: database.url,
    now: `${TODAY}T02:00:00.000Z`,
  });
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

const byHead = { ...deputy('hung', HEAD, LONG_AGO, ENDS), alone: true } as const;
const byAdministrators = deputy('phuc', HEAD, LONG_AGO, ENDS);
const start = [
  ...organisation,
  person('binh', { active: true }),
  post('hung', 'HQ-SM', ['verifier'], { to: null }),
  byHead,
  byAdministrators,
];

/** Who acts as head of the unit today: by their own posts, and by the people whom a step may fall to. */
async function acting(): Promise<string[]> {
  const { organisation: known } = running.service;
  const found = await known.nearestWith('HQ-SM', ['head'], ['nobody']);
  const deputies = found?.people.filter((who) => who !== 'binh') ?? [];
  for (const who of ['hung', 'phuc'])
    expect(await known.holds(who, 'head', 'HQ-SM')).toBe(deputies.includes(who));
  return [...deputies].sort();
}

describe('T29: a deputy whom a head alone chose', () => {
  it.each<[string, readonly DirectoryEntryV1[], string[]]>([
    ['acts while both serve', [], ['hung', 'phuc']],
    [
      'acts no more once their own post in the unit has ended',
      [post('hung', 'HQ-SM', ['verifier'], { to: YESTERDAY })],
      ['phuc'],
    ],
    [
      'nor by a post in another unit',
      [
        post('hung', 'HQ-SM', ['verifier'], { to: YESTERDAY }),
        post('hung', 'HQ-DG', ['verifier'], { from: TODAY }),
      ],
      ['phuc'],
    ],
    ['nor once the account of the head is closed', [person('binh', { active: false })], ['phuc']],
  ])('%s; one whom two administrators chose does', async (_, entries, expected) => {
    await running.knows([...start, ...entries]);
    expect(await acting()).toEqual(expected);
  });
});
