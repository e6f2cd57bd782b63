import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClockChanges, PetitionKind } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import type { ServiceDefinition } from '../service/service-definition.ts';
import { askedBy } from '../specs/asked-by.ts';
import {
  demoClock,
  demoDecider,
  demoService,
  note,
  open,
  type DemoEvent,
} from '../specs/demo-service.ts';
import { organisation, person, post } from '../specs/organisation.ts';
import { expectRebuildsEqualLive } from '../specs/rebuilds.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';
import { NO_COUNTED_CLOCKS, countClocks, type Counting } from './counted.ts';
import { readCounts } from './read-counts.ts';

/** Monday, 30 November 2026. */
const NOW = '2026-11-30T02:00:00.000Z';
const EARLIER = '2026-10-01T02:00:00.000Z';
const LATE = '2026-11-20T17:00:00.000Z';
const AHEAD = '2027-01-20T17:00:00.000Z';

/** Waits since 1 October until it is noted; then it is finished. */
const counting: Counting = {
  prefix: 'demo.petition-',
  evolve(was, { event, metadata: { recordedAt } }) {
    const { type, data } = event as DemoEvent;
    if (type === 'DemoOpened')
      return {
        unit: data.unit ?? '',
        kind: (data.kind ?? 'complaint') as PetitionKind,
        state: 'open',
        receivedOn: '2026-10-01',
        cameOn: '2026-10-01',
        finishedOn: null,
        ...countClocks(NO_COUNTED_CLOCKS, data, recordedAt),
      };
    if (!was || type !== 'DemoNoted') return was;
    const clocks = countClocks(was, data as ClockChanges, recordedAt);
    return { ...was, ...clocks, state: null, finishedOn: '2026-11-25' };
  },
};
const counted: ServiceDefinition = { ...demoService, counting };

interface World {
  readonly database: TestDatabase;
  readonly running: TestService;
  opened: number;
}

let worlds: readonly [World, World];

beforeAll(async () => {
  worlds = [await worldOf(true), await worldOf(false)];
}, 60_000);
afterAll(async () => {
  for (const { running, database } of worlds ?? []) {
    await running.close();
    await database.drop();
  }
});

/** The same story twice; in one of them there is a denunciation of the post's head, too. */
async function worldOf(isWithHidden: boolean): Promise<World> {
  const database = await createTestDatabase();
  const running = await startTestService(counted, { databaseUrl: database.url, now: EARLIER });
  const world: World = { database, running, opened: 0 };
  await running.knows([
    ...organisation,
    person('truong'),
    post('truong', 'HQ-SM', ['head'], { from: '2026-01-01' }),
  ]);
  await opens(world, { clocksStarted: [demoClock('R1', LATE)] });
  await opens(world, { clocksStarted: [{ ...demoClock('R1', LATE), legal: false }] });
  const done = await opens(world, { clocksStarted: [demoClock('R1', AHEAD)] });
  await opens(world, { kind: 'denunciation', respondentUnit: 'KV-MH' });
  if (isWithHidden) {
    const about = { kind: 'denunciation', respondentUnit: 'HQ-SM' };
    await opens(world, { ...about, clocksStarted: [demoClock('R1', LATE)] });
    const finished = await opens(world, { ...about, clocksStarted: [demoClock('R1', LATE)] });
    await finishes(world, finished);
  }
  await finishes(world, done);
  running.clock.set(new Date(NOW));
  await running.caughtUp();
  return world;
}

type Opened = Parameters<typeof open>[0];
const context = () => askedBy({ person: 'dung', role: 'receiver', unit: 'HQ-SM' });

async function opens(world: World, over: Opened): Promise<string> {
  const stream = `demo.petition-D26-${String(++world.opened).padStart(8, '0')}-0`;
  const run = { decider: demoDecider, stream, command: open(over), context: context() };
  await world.running.service.run(run);
  return stream;
}

async function finishes({ running }: World, stream: string): Promise<void> {
  const met = { clocksEnded: [{ rule: 'R1', how: 'met', on: '2026-11-25' }] } as const;
  const command = { ...note(), data: { text: 'Đã xong', ...met } } as unknown as ReturnType<
    typeof note
  >;
  await running.service.run({ decider: demoDecider, stream, command, context: context() });
}

const figuresOf = ({ running }: World, who: Actor, unit?: string) =>
  readCounts(running.service, who, unit === undefined ? {} : { unit });
const head = { person: 'truong', role: 'head', unit: 'HQ-SM' } as const;
const auditor = { person: 'ha', role: 'auditor', unit: 'CHQ' } as const;

describe('figures at a glance', () => {
  it('are those of what the asker sees: backlog by unit, state, kind and age', async () => {
    const figures = await figuresOf(worlds[1], head);
    expect(figures.units).toMatchObject([
      { unit: { id: 'HQ-SM' }, open: 3, lateByLaw: 1, lateByTarget: 1 },
    ]);
    expect(figures.stages).toEqual(
      expect.arrayContaining([
        { state: 'open', kind: 'complaint', n: 2 },
        { state: 'open', kind: 'denunciation', n: 1 },
      ]),
    );
    expect(figures.ages.map(({ n }) => n)).toEqual([0, 0, 0, 3, 0]);
  });
  it('count in and out by week, and by month what was done in time or late', async () => {
    const figures = await figuresOf(worlds[1], head);
    expect(figures.weeks).toHaveLength(26);
    expect(figures.weeks.at(-1)).toMatchObject({ week: '2026-W49', from: '2026-11-30' });
    expect(figures.weeks.filter((week) => week.in + week.out > 0)).toEqual([
      { week: '2026-W40', from: '2026-09-28', in: 4, out: 0 },
      { week: '2026-W48', from: '2026-11-23', in: 0, out: 1 },
    ]);
    expect(figures.months.at(-1)).toEqual({
      month: '2026-11',
      law: { inTime: 1, late: 0 },
      internal: { inTime: 0, late: 0 },
    });
  });
  it('are those of a part of the branch, and of no unit outside it', async () => {
    const [whole] = (await figuresOf(worlds[0], auditor)).units;
    const [region] = (await figuresOf(worlds[0], auditor, 'KV-MH')).units;
    // Each with the units below it.
    expect([whole?.unit.id, region?.unit.id]).toEqual(['KV-MH', 'HQ-SM']);
    expect({ ...whole, unit: null }).toEqual({ ...region, unit: null });
    await expect(figuresOf(worlds[0], head, 'CHQ')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(figuresOf(worlds[0], head, 'NO-SUCH')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
  it('stand in rows that a rebuild makes the same', async () => {
    await expectRebuildsEqualLive(worlds[0].running.service);
  });
});

describe('what is hidden from the asker', () => {
  it('is in no figure: they are those of the world without it', async () => {
    const [withHidden, without] = await Promise.all(worlds.map((world) => figuresOf(world, head)));
    expect(withHidden).toEqual(without);
  });
  it('counts for those who see it', async () => {
    const [withHidden, without] = await Promise.all(
      worlds.map((world) => figuresOf(world, auditor)),
    );
    expect(withHidden?.units[0]?.open).toBe((without?.units[0]?.open ?? 0) + 1);
    expect(withHidden?.months.at(-1)?.law).toEqual({ inTime: 1, late: 1 });
  });
});
