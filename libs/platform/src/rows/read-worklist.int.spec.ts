import type { ClockStarted } from '@minh-bach/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@minh-bach/kernel';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { Column, Entity, PrimaryColumn, type QueryRunner } from 'typeorm';
import { ownerOf } from '../commands/command-runner.ts';
import { askedBy } from '../specs/asked-by.ts';
import {
  demoClock,
  demoDecider,
  demoService,
  note,
  open,
  type DemoCommand,
  type DemoEvent,
} from '../specs/demo-service.ts';
import { organisation } from '../specs/organisation.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';
import { noClocks, withClocks } from './clock-columns.ts';
import { foldRows } from './fold-rows.ts';
import { readWorklist } from './read-worklist.ts';

@Entity('demo_rows')
class DemoRow {
  @PrimaryColumn('text') number!: string;
  @Column('text', { nullable: true }) gist!: string | null;
  @Column('text') unit!: string;
  @Column('boolean') open!: boolean;
  @Column('jsonb') clocks!: ClockStarted[];
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
}

class DemoRows1764900000000 {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`CREATE TABLE demo_rows (number text PRIMARY KEY, gist text, unit text NOT NULL,
      open boolean NOT NULL, clocks jsonb NOT NULL, due_at timestamptz NOT NULL)`);
  }
  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP TABLE demo_rows');
  }
}

const evolve = (row: DemoRow | undefined, { event, stream }: RecordedEvent) => {
  const { type, data } = event as DemoEvent;
  if (type === 'DemoNoted') return row && { ...row, open: false };
  if (type !== 'DemoOpened') return row;
  return {
    number: ownerOf(stream),
    gist: 'Trích yếu',
    unit: data.unit ?? '',
    open: true,
    ...withClocks(noClocks(), data),
  };
};

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
      migrations: [DemoRows1764900000000],
      projections: [
        {
          name: 'demo-rows',
          version: 1,
          apply: (batch, manager) =>
            foldRows(
              manager,
              {
                entity: DemoRow,
                key: 'number',
                keyOf: ({ stream }) =>
                  stream.startsWith('demo.petition-') ? ownerOf(stream) : undefined,
                evolve,
              },
              batch,
            ),
        },
      ],
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
  const { organisation: units, readModel, shield } = running.service;
  return readWorklist(
    { organisation: units, readModel, shield, clock: { now: () => new Date(at) } },
    {
      entity: DemoRow,
      key: 'number',
      prefix: 'demo.petition-',
      actor: { ...actor, unit },
      asked: { view, limit: 2, ...(cursor === undefined ? {} : { cursor }) },
    },
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

it('counts on the first page, not again on each later one', async () => {
  const first = await read({ view: 'open' });
  expect(first).toMatchObject({ total: 3, nextCursor: expect.any(String) });
  const second = await read({ view: 'open', cursor: first.nextCursor ?? '' });
  expect(second).toMatchObject({ total: null, nextCursor: null });
  expect(second.rows).toHaveLength(1);
});
