import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClockChanges, PetitionKind } from '@minh-bach/contracts';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { NO_COUNTED_CLOCKS, countClocks, type Counting } from '../counts/counted.ts';
import { askedBy } from '../specs/asked-by.ts';
import { demoClock, demoDecider, demoService, note, open } from '../specs/demo-service.ts';
import type { DemoEvent } from '../specs/demo-service.ts';
import { organisation } from '../specs/organisation.ts';
import { expectRebuildsEqualLive } from '../specs/rebuilds.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';
import { readFigures } from './read-figures.ts';

const DUE = '2026-09-20T17:00:00.000Z';

const isCall = ({ data }: DemoEvent): boolean =>
  ((data as ClockChanges).clocksEnded ?? []).some(({ rule }) => rule === 'CALLED');

/** Opened, and settled by a note as upheld; one that ends the clock `CALLED` calls it a denunciation. */
const counting: Counting = {
  prefix: 'demo.petition-',
  evolve(was, { event, metadata: { recordedAt } }) {
    const { type, data } = event as DemoEvent;
    if (type === 'DemoOpened')
      return {
        unit: data.unit ?? '',
        kind: (data.kind ?? 'complaint') as PetitionKind,
        state: 'open',
        ...{ receivedOn: '2026-09-01', cameOn: '2026-09-01', finishedOn: null },
        ...countClocks(NO_COUNTED_CLOCKS, data, recordedAt),
      };
    if (!was || type !== 'DemoNoted') return was;
    if (isCall(event as DemoEvent)) return { ...was, kind: 'denunciation' };
    return { ...was, ...countClocks(was, data as ClockChanges, recordedAt), state: null };
  },
  settles: (_was, { event }) =>
    (event as DemoEvent).type === 'DemoNoted' && !isCall(event as DemoEvent)
      ? { on: '2026-10-05', outcome: 'upheld' }
      : undefined,
};

let database: TestDatabase;
let running: TestService;
let opened = 0;
const context = () => askedBy({ person: 'dung', role: 'receiver', unit: 'HQ-SM' });

beforeAll(async () => {
  database = await createTestDatabase();
  running = await startTestService(
    { ...demoService, counting },
    { databaseUrl: database.url, now: '2026-09-02T02:00:00.000Z' },
  );
  await running.knows(organisation);
}, 60_000);
afterAll(async () => {
  await running?.close();
  await database?.drop();
});

const on = (day: string) => running.clock.set(new Date(`${day}T02:00:00.000Z`));
async function opens(over: Parameters<typeof open>[0] = {}): Promise<string> {
  const stream = `demo.petition-D26-${String(++opened).padStart(8, '0')}-0`;
  const command = open({ clocksStarted: [demoClock('R1', DUE)], ...over });
  await running.service.run({ decider: demoDecider, stream, command, context: context() });
  return stream;
}
async function notes(stream: string, what: 'settled' | 'called'): Promise<void> {
  const called = { clocksEnded: [{ rule: 'CALLED', how: 'void' }] } as const;
  const data = { text: 'x', ...(what === 'called' ? called : {}) };
  const command = { ...note(), data } as unknown as ReturnType<typeof note>;
  await running.service.run({ decider: demoDecider, stream, command, context: context() });
}
async function told(month: string) {
  await running.caughtUp();
  const { sums } = await readFigures(running.service);
  const of = sums.filter((sum) => sum.month === month && sum.n !== 0);
  return of.map(({ what, value, n }) => `${what}${value ? ` ${value}` : ''} ${n}`).sort();
}

describe('figures for everybody', () => {
  it('are of months that are over', async () => {
    await opens();
    const settled = await opens();
    await opens({ kind: 'denunciation' });
    const called = await opens();
    await notes(called, 'called');
    expect(await told('2026-09')).toEqual([]);
    on('2026-10-05');
    expect(await told('2026-09')).toEqual(['late 2', 'received 2']);
    await notes(settled, 'settled');
    expect(await told('2026-10')).toEqual([]);
    on('2026-11-02');
    expect(await told('2026-10')).toEqual([
      ...['days 34 1', 'late 1', 'limited 1', 'settled 1', 'upheld 1'],
    ]);
  });

  it('of a month that is over stay as they are, whatever comes later', async () => {
    const before = [await told('2026-09'), await told('2026-10')];
    const stream = 'demo.petition-D26-00000001-0';
    await notes(stream, 'called');
    expect([await told('2026-09'), await told('2026-10')]).toEqual(before);
    on('2026-12-02');
    // Called a denunciation, it is late in no month that ends after that.
    expect(await told('2026-11')).toEqual([]);
    expect([await told('2026-09'), await told('2026-10')]).toEqual(before);
  });

  it('are those of a world without denunciations', async () => {
    await opens();
    on('2027-01-03');
    const before = JSON.stringify(await readFigures(running.service));
    on('2026-12-03');
    const hidden = await opens({ kind: 'denunciation' });
    await notes(hidden, 'settled');
    const called = await opens();
    await notes(called, 'called');
    await notes(called, 'settled');
    on('2027-01-03');
    await running.caughtUp();
    expect(JSON.stringify(await readFigures(running.service))).toBe(before);
  });

  it('stand in rows that a rebuild makes the same', async () => {
    await expectRebuildsEqualLive(running.service);
  });
});
