import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { askedBy } from '../specs/asked-by.ts';
import { DemoRow, demoList, demoRowProjection } from '../specs/demo-rows.ts';
import {
  demoClock,
  demoDecider,
  demoService,
  note,
  open,
  type DemoCommand,
} from '../specs/demo-service.ts';
import { organisation } from '../specs/organisation.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';
import { readWorklist } from './read-worklist.ts';

let database: TestDatabase;
let running: TestService;
const actor = { person: 'dung', role: 'receiver', unit: 'HQ-SM' } as const;
const OPEN = ['D26-00000001-0', 'D26-00000002-0', 'D26-00000003-0'];
const DONE = 'D26-00000004-0';
const ELSEWHERE = 'D26-00000005-0';
const STARTED = '2026-11-20T02:00:00.000Z';
const STRICT = '2026-11-25T17:00:00.000Z';
const PLAIN = '2026-11-27T17:00:00.000Z';

beforeAll(async () => {
  database = await createTestDatabase();
  running = await startTestService(
    {
      ...demoService,
      entities: [DemoRow],
      projections: [demoRowProjection],
    },
    { databaseUrl: database.url, now: STARTED },
  );
  await running.knows(organisation);
  const run = (number: string, command: DemoCommand) =>
    running.service.run({
      decider: demoDecider,
      stream: `demo.petition-${number}`,
      command,
      context: askedBy(actor),
    });
  const clocksStarted = [{ ...demoClock('R1', PLAIN), safeEndsAt: STRICT }];
  for (const number of OPEN) await run(number, open({ clocksStarted }));
  await run(DONE, open({ clocksStarted }));
  await run(DONE, note());
  await run(ELSEWHERE, open({ unit: 'HQ-DG', clocksStarted: [demoClock('R1', STRICT)] }));
  await running.caughtUp();
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

interface Asked {
  readonly view: string;
  readonly unit?: string;
  readonly at?: string;
  readonly cursor?: string;
}
const read = ({ view, unit = 'HQ-SM', at = STARTED, cursor }: Asked) => {
  const { organisation: units, lists, shield } = running.service;
  return readWorklist(
    { organisation: units, lists, shield, clock: { now: () => new Date(at) } },
    demoList,
    { view, limit: 2, ...(cursor === undefined ? {} : { cursor }) },
    { ...actor, unit },
  );
};
const totalOf = async (asked: Asked) => (await read(asked)).total;

it('shows what is open, and only when asked what is done', async () => {
  expect(await totalOf({ view: 'open' })).toBe(3);
  expect(await totalOf({ view: 'all' })).toBe(4);
});

it("shows the whole branch of the actor's unit, and nothing beside it", async () => {
  const totals = ['HQ-SM', 'HQ-DG', 'KV-MH'].map((unit) => totalOf({ view: 'all', unit }));
  expect(await Promise.all(totals)).toEqual([4, 1, 5]);
});

it('shows as overdue what its law says is, not yet what the stricter reading says', async () => {
  expect(await totalOf({ view: 'overdue', at: '2026-11-26T02:00:00.000Z' })).toBe(0);
  expect(await totalOf({ view: 'overdue', at: '2026-11-27T16:59:59.999Z' })).toBe(0);
  expect(await totalOf({ view: 'overdue', at: PLAIN })).toBe(3);
});

it('shows as overdue what is over this very moment, where both readings are one', async () => {
  expect(await totalOf({ view: 'overdue', unit: 'HQ-DG', at: STRICT })).toBe(1);
});

it('counts no further than 1,000, and says that there are more', async () => {
  const { dataSource } = running.service.lists;
  const rows = dataSource.getRepository(DemoRow);
  const [one] = await rows.findBy({ unit: 'HQ-DG' });
  const add = (numbers: number[]) =>
    rows.insert(numbers.map((n) => ({ ...one!, number: `D26-1000${n}` })));
  await add(Array.from({ length: 999 }, (_, n) => n));
  expect(await read({ view: 'all', unit: 'HQ-DG' })).not.toHaveProperty('moreThanTotal');
  expect(await totalOf({ view: 'all', unit: 'HQ-DG' })).toBe(1000);
  await add([999]);
  const more = await read({ view: 'all', unit: 'HQ-DG' });
  expect(more).toMatchObject({ total: 1000, moreThanTotal: true });
  expect(more.rows).toHaveLength(2);
});

it('counts on the first page, not again on each later one', async () => {
  const first = await read({ view: 'open' });
  expect(first).toMatchObject({ total: 3, nextCursor: expect.any(String) });
  const second = await read({ view: 'open', cursor: first.nextCursor ?? '' });
  expect(second).toMatchObject({ total: null, nextCursor: null });
  expect(second.rows).toHaveLength(1);
});
