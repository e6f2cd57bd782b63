import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DirectoryEntryV1 } from '@minh-bach/contracts';
import { localDate } from '@minh-bach/kernel';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import fc from 'fast-check';
import { demoService } from '../specs/demo-service.ts';
import { deputy, organisation, person, post, unit } from '../specs/organisation.ts';
import { expectRebuildsEqualLive } from '../specs/rebuilds.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';

const DAY_MS = 86_400_000;

let database: TestDatabase;
let running: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  running = await startTestService(demoService, {
    databaseUrl: database.url,
    now: '2026-11-20T02:00:00.000Z',
  });
  await running.knows(organisation);
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

const org = () => running.service.organisation;
const inDays = (days: number) => localDate(new Date(running.clock.now().getTime() + days * DAY_MS));
const passes = (days: number) =>
  running.clock.set(new Date(running.clock.now().getTime() + days * DAY_MS));
const everHeads = (who: string, where = 'HQ-SM') =>
  org()
    .everHeadsOf([where])
    .then((people) => people.includes(who));

describe('T29: a head’s deputation', () => {
  it('that is revoked before its first day leaves nothing, on that day neither', async () => {
    const appointed = deputy('phuc', 'hq-sm.binh', inDays(5), inDays(9));
    await running.knows([appointed]);
    expect(await everHeads('phuc')).toBe(false);
    await running.knows([{ ...appointed, revoked: true }]);
    for (const days of [0, 5, 90]) {
      passes(days);
      expect(await everHeads('phuc')).toBe(false);
      expect(await org().unitsEverHeadedBy('phuc')).toEqual([]);
    }
  });

  it('that is revoked on its first day, and said to have been another one, stays', async () => {
    const appointed = deputy('hung', 'hq-sm.binh', inDays(0), inDays(9));
    await running.knows([appointed]);
    for (const later of [
      { revoked: true },
      { from: inDays(30), to: inDays(30) },
      { deputy: 'phuc', from: inDays(40), to: inDays(40), revoked: true },
    ]) {
      await running.knows([{ ...appointed, ...later }]);
      expect(await everHeads('hung')).toBe(true);
    }
    expect(await everHeads('phuc')).toBe(false);
  });
});

describe('T29: a head’s post', () => {
  it('that is ended before its first day leaves nothing; ended on that day, it stays', async () => {
    for (const [who, after] of [
      ['never', 0],
      ['once', 3],
    ] as const) {
      const held = post(who, 'HQ-DG', ['head'], { from: inDays(3) });
      await running.knows([person(who), held]);
      const before = inDays(2);
      passes(after);
      await running.knows([{ ...held, to: before }]);
      passes(10);
      expect([who, await everHeads(who, 'HQ-DG')]).toEqual([who, who === 'once']);
    }
  });
});

describe('T29: whatever the directory says of days to come, and takes back', () => {
  const who = fc.constantFrom('mot', 'hai', 'ba');
  const change = fc.oneof(
    fc.record({
      is: fc.constant('post' as const),
      who,
      as: fc.constantFrom('head', 'verifier' as const),
      in: fc.nat(4),
    }),
    fc.record({ is: fc.constant('deputy' as const), who, in: fc.nat(4), lasts: fc.nat(4) }),
    fc.record({ is: fc.constant('revoked' as const), who }),
  );
  const story = fc.array(fc.record({ change, passes: fc.nat(3) }), { minLength: 2, maxLength: 8 });
  let stories = 0;

  it('people who headed the unit on some day, as it was said on that day, are all and are no others', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (moves) => {
        const UNIT = `U-${++stories}`;
        const id = (one: string) => `${one}-${stories}`;
        const people = ['mot', 'hai', 'ba'].map(id);
        await running.knows([unit(UNIT, 'KV-MH'), ...people.map((one) => person(one))]);
        const held = post('x', UNIT, ['head'], { id: `${UNIT}.head` });
        const acting = new Map<string, DirectoryEntryV1>();
        const headed = new Set<string>();
        const look = async () => {
          for (const one of people) if (await org().holds(one, 'head', UNIT)) headed.add(one);
        };
        for (const { change: said, passes: days } of moves) {
          const entries: DirectoryEntryV1[] = [];
          if (said.is === 'post')
            entries.push({
              ...held,
              person: id(said.who),
              roles: [said.as],
              from: inDays(said.in),
            });
          else if (said.is === 'deputy') {
            const until = inDays(said.in + said.lasts);
            const one = deputy(id(said.who), held.id, inDays(said.in), until);
            acting.set(said.who, one);
            entries.push(one);
          } else {
            const one = acting.get(said.who);
            if (one) entries.push({ ...one, revoked: true } as DirectoryEntryV1);
          }
          if (entries.length > 0) await running.knows(entries);
          await look();
          for (let day = 0; day < days; day++) {
            passes(1);
            await look();
          }
        }
        const found = (await org().everHeadsOf([UNIT])).sort();
        expect(found.filter((one) => people.includes(one))).toEqual([...headed].sort());
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('in rows that a rebuild makes the same', async () => {
    await expectRebuildsEqualLive(running.service);
  });
});
