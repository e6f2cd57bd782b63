import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { runGateway, type RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let door: RunningGateway;

beforeAll(async () => {
  database = await createTestDatabase();
  door = await runGateway(database.url);
}, 30_000);
afterAll(async () => {
  await door.stop();
  await database.drop();
});

it('what is public is read by everybody, page by page, and kept by nobody on the way', async () => {
  const headers = { cookie: 'mb-session=x', authorization: 'Bearer x' };
  const answer = await fetch(`${door.origin}/api/published?limit=5&cursor=abc`, { headers });
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  const seen = door.service.seen.at(-1);
  expect(seen).toMatchObject({ method: 'GET', url: '/response/published?limit=5&cursor=abc' });
  // Who asks is nobody's business.
  expect(Object.keys(seen!.headers)).not.toEqual(
    expect.arrayContaining(['cookie', 'authorization']),
  );
});

it('only by its public door, spelt in the one way that is let through', async () => {
  const before = door.service.seen.length;
  for (const path of ['/api/response/published', '/api/published?a?b', '/api/published?x=%00'])
    expect((await fetch(door.origin + path)).status).toBeGreaterThanOrEqual(400);
  expect(door.service.seen).toHaveLength(before);
});

it('is limited by network, and nobody is told how much is left', async () => {
  const all = await Promise.all(
    Array.from({ length: 80 }, () => fetch(`${door.origin}/api/published`)),
  );
  expect(all.some(({ status }) => status === 429)).toBe(true);
  expect(all.flatMap(({ headers }) => [...headers.keys()]).join()).not.toContain('ratelimit');
});
