import type { PetitionKind } from '@minh-bach/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { askedBy } from '../specs/asked-by.ts';
import { demoDecider, demoService, open, type DemoEvent } from '../specs/demo-service.ts';
import { organisation, person, post } from '../specs/organisation.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';
import { NO_COUNTED_CLOCKS, type Counting } from './counted.ts';
import { readCounts } from './read-counts.ts';

const STATES = ['taken', 'classified', 'received', 'assigned', 'proposed'];
const KINDS = ['complaint', 'petition', 'feedback'] as const;
const WORLDS = 40;

/** The state of a matter is the last digit but two of its number. */
const counting: Counting = {
  prefix: 'demo.petition-',
  evolve(was, { stream, event }) {
    const { type, data } = event as DemoEvent;
    if (type !== 'DemoOpened') return was;
    return {
      unit: data.unit ?? '',
      kind: (data.kind ?? 'complaint') as PetitionKind,
      state: STATES[Number(stream.at(-3))]!,
      receivedOn: '2026-10-01',
      cameOn: '2026-10-01',
      finishedOn: null,
      ...NO_COUNTED_CLOCKS,
    };
  },
};

let database: TestDatabase;
let running: TestService;
let opened = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  running = await startTestService(
    { ...demoService, counting },
    { databaseUrl: database.url, now: '2026-10-01T02:00:00.000Z' },
  );
  await running.knows([
    ...organisation,
    person('truong'),
    post('truong', 'HQ-SM', ['head'], { from: '2026-01-01' }),
  ]);
}, 60_000);
afterAll(async () => {
  await running?.close();
  await database?.drop();
});

async function opens(over: Parameters<typeof open>[0], state: number): Promise<void> {
  const number = `D26-${String(++opened).padStart(7, '0')}${state}-0`;
  await running.service.run({
    decider: demoDecider,
    stream: `demo.petition-${number}`,
    command: open(over),
    context: askedBy({ person: 'dung', role: 'receiver', unit: 'HQ-SM' }),
  });
}

async function seen() {
  await running.caughtUp();
  return readCounts(running.service, { person: 'truong', role: 'head', unit: 'HQ-SM' }, {});
}

it('a hidden denunciation leaves every byte of the figures as it was', async () => {
  for (let i = 0; i < WORLDS; i++) {
    await opens({ kind: KINDS[(i * 7) % KINDS.length]! }, (i * 3) % STATES.length);
    const before = await seen();
    await opens({ kind: 'denunciation', respondentUnit: 'HQ-SM' }, i % STATES.length);
    expect(JSON.stringify(await seen())).toBe(JSON.stringify(before));
  }
}, 120_000);

it('states and kinds stand in one order, whatever came first', async () => {
  const { stages } = await seen();
  const names = stages.map(({ state, kind }) => `${state} ${kind}`);
  expect(names).toEqual([...names].sort());
  expect(names).toHaveLength(STATES.length * KINDS.length);
});
