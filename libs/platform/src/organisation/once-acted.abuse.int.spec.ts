import type { DirectoryEntryV1 } from '@minh-bach/contracts';
import { localDate } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import fc from 'fast-check';
import { demoService } from '../specs/demo-service.ts';
import { deputy, organisation, person, post, unit } from '../specs/organisation.ts';
import { expectRebuildsEqualLive } from '../specs/rebuilds.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';

const DAY_MS = 86_400_000;
const HEAD = 'hq-sm.binh';

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
const binhs = post('binh', 'HQ-SM', ['head'], { leads: true });
const to = (who: string, from: string) => ({ ...binhs, person: who, from });

describe('T29: who acted for a head', () => {
  it.each<[string, () => DirectoryEntryV1[]]>([
    ['goes to another from an earlier day', () => [to('cuc', inDays(-9))]],
    ['ends on an earlier day', () => [{ ...binhs, to: inDays(-1) }]],
    [
      'was another’s all along, and the deputation is one of days to come',
      () => [
        to('cuc', '2025-03-01'),
        deputy('hung', HEAD, inDays(3), inDays(3)),
        deputy('hung', HEAD, inDays(3), inDays(3), true),
      ],
    ],
  ])('is not forgotten once the post %s', async (_, rewritten) => {
    passes(20);
    await running.knows([binhs, deputy('hung', HEAD, inDays(-2), inDays(0))]);
    await running.knows(rewritten());
    expect(await org().deputiesOf(['binh'], inDays(0))).toEqual(['hung']);
    expect(await org().actedFor(['hung'], inDays(0))).toContain('binh');
    expect(await org().deputiesOf(['binh'], inDays(1))).toEqual([]);
  });

  it('counts for nobody where the post went to another before the first day', async () => {
    passes(20);
    await running.knows([binhs, deputy('phuc', HEAD, inDays(2), inDays(9))]);
    await running.knows([to('cuc', inDays(0)), deputy('phuc', HEAD, inDays(2), inDays(9), true)]);
    expect(await org().deputiesOf(['binh'], inDays(0))).toEqual([]);
  });
});

describe('T29: whatever the directory says, and takes back', () => {
  const WHO = ['mot', 'hai', 'ba'];
  const who = fc.constantFrom(...WHO);
  const days = fc.integer({ min: -4, max: 4 });
  const change = fc.oneof(
    fc.record({ is: fc.constant('post' as const), who, from: days, lasts: fc.nat(6) }),
    fc.record({ is: fc.constant('deputy' as const), who, from: fc.nat(3), lasts: fc.nat(4) }),
    fc.record({ is: fc.constant('ended' as const), who }),
  );
  const story = fc.array(fc.record({ change, passes: fc.nat(2) }), { minLength: 2, maxLength: 8 });
  let stories = 0;

  it('who once acted for whom has done so on all those days', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (moves) => {
        const UNIT = `A-${++stories}`;
        const id = (one: string) => `${one}-a${stories}`;
        await running.knows([unit(UNIT, 'KV-MH'), ...WHO.map((one) => person(id(one)))]);
        const headed = post('x', UNIT, ['head'], { id: `${UNIT}.head` });
        const acting = new Map<string, DirectoryEntryV1>();
        const seen = new Map<string, { deputy: string; holder: string; on: string }>();
        const look = async () => {
          for (const one of WHO.map(id))
            for (const { deputyFor: holder } of await org().postsOf(one))
              if (holder !== undefined)
                seen.set(`${one} ${holder} ${inDays(0)}`, { deputy: one, holder, on: inDays(0) });
          for (const { deputy: one, holder, on } of seen.values()) {
            expect(await org().deputiesOf([holder], on)).toContain(one);
            expect(await org().actedFor([one], on)).toContain(holder);
          }
        };
        for (const { change: said, passes: later } of moves) {
          if (said.is === 'post') {
            const last = said.lasts > 4 ? null : inDays(said.from + said.lasts - 1);
            const now = { person: id(said.who), from: inDays(said.from), to: last };
            await running.knows([{ ...headed, ...now }]);
          } else if (said.is === 'deputy') {
            const until = inDays(said.from + said.lasts);
            const one = deputy(id(said.who), headed.id, inDays(said.from), until);
            acting.set(said.who, one);
            await running.knows([one]);
          } else if (acting.has(said.who))
            await running.knows([{ ...acting.get(said.who)!, revoked: true } as DirectoryEntryV1]);
          await look();
          for (let day = 0; day < later; day++) {
            passes(1);
            await look();
          }
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('in rows that a rebuild makes the same', async () => {
    await expectRebuildsEqualLive(running.service);
  });
});
