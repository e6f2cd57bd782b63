import type { DeputyEntry, PostEntry } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import fc from 'fast-check';
import { demoService } from '../specs/demo-service.ts';
import { deputy, person, post, unit } from '../specs/organisation.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';

const people = ['an', 'binh', 'cuc', 'gone'];
const day = (n: number) => new Date(Date.UTC(2026, 10, n)).toISOString().slice(0, 10);
const dates = fc.tuple(fc.nat(29), fc.nat(29)).map((pair) => pair.sort((a, b) => a - b).map(day));

/** Any posts and any deputies over one month: some open, some past, some to come, some revoked. */
const posts = fc
  .sample(fc.tuple(fc.constantFrom(...people), dates, fc.boolean()), { numRuns: 24, seed: 11 })
  .map(([who, [from, to], stays], i): PostEntry =>
    post(who, 'HQ-SM', ['head'], { id: `post-${i}`, from: from!, to: stays ? null : to! }),
  );
const deputies = fc
  .sample(fc.tuple(fc.constantFrom(...people), fc.constantFrom(...posts), dates, fc.nat(3)), {
    numRuns: 24,
    seed: 11,
  })
  .map(([who, { id }, [from, to], luck], i): DeputyEntry => ({
    ...deputy(who, id, from!, to!, luck === 0),
    id: `deputy-${i}`,
    ...(i % 2 === 0 ? {} : { alone: true as const }),
  }));

const during = (on: string, { from, to }: { from: string; to: string | null }) =>
  from <= on && (to === null || to >= on);

/** The day on which all this was recorded: accounts are closed and deputies taken back from then on. */
const RECORDED = day(15);

/** What the words of the design say, without SQL: posts as `id` or `id for holder`. */
function expected(who: string, on: string): string[] {
  if (who === 'gone' && on >= RECORDED) return [];
  const own = posts.filter((one) => one.person === who && during(on, one)).map(({ id }) => id);
  const acting = deputies
    .filter((one) => one.deputy === who && during(on, one))
    .filter(({ revoked }) => !revoked || on < RECORDED)
    .map(({ post: id, alone }) => ({ alone, held: posts.find((one) => one.id === id)! }))
    .filter(({ held }) => during(on, held))
    .filter(
      ({ alone, held }) =>
        !alone || (own.length > 0 && !(held.person === 'gone' && on >= RECORDED)),
    )
    .map(({ held }) => held)
    // Nobody acts for themselves.
    .filter((held) => held.person !== who)
    .map(({ id, person: holder }) => `${id} for ${holder}`);
  return [...own, ...acting].sort();
}

let database: TestDatabase;
let running: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  running = await startTestService(demoService, {
    databaseUrl: database.url,
    now: `${RECORDED}T02:00:00.000Z`,
  });
  await running.knows([
    unit('HQ-SM', null),
    ...people.map((id) => person(id, { active: id !== 'gone' })),
    ...posts,
    ...deputies,
  ]);
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

describe('expired deputies and back-dated posts (T11)', () => {
  it('give nobody a post outside its own days and those of the deputy', async () => {
    for (const who of people)
      for (let n = 1; n <= 32; n++) {
        const held = await running.service.organisation.postsOf(who, day(n));
        const seen = held.map(({ post: id, deputyFor }) =>
          deputyFor === undefined ? id : `${id} for ${deputyFor}`,
        );
        expect([who, day(n), seen.sort()]).toEqual([who, day(n), expected(who, day(n))]);
      }
  });
  it('are judged by today, whatever day an action says it happened on', async () => {
    const { clock, service } = running;
    for (const n of [5, 15, 28]) {
      clock.set(new Date(`${day(n)}T02:00:00.000Z`));
      for (const who of people)
        expect(await service.organisation.holds(who, 'head', 'HQ-SM')).toBe(
          expected(who, day(n)).length > 0,
        );
    }
  });
});
