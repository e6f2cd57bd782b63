import type { ClockStarted } from '@minh-bach/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@minh-bach/kernel';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { Column, Entity, PrimaryColumn, type QueryRunner } from 'typeorm';
import { askedBy } from '../specs/asked-by.ts';
import {
  demoClock,
  demoDecider,
  demoService,
  open,
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
  @Column('text') unit!: string;
  @Column('boolean') open!: boolean;
  @Column('jsonb') clocks!: ClockStarted[];
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
}

class DemoRows1764900000000 {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`CREATE TABLE demo_rows (number text PRIMARY KEY, unit text NOT NULL,
      open boolean NOT NULL, clocks jsonb NOT NULL, due_at timestamptz NOT NULL)`);
  }
  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP TABLE demo_rows');
  }
}

const evolve = (row: DemoRow | undefined, { event, stream }: RecordedEvent) => {
  const { type, data } = event as DemoEvent;
  if (type !== 'DemoOpened') return row;
  const number = stream.replace('demo.petition-', '');
  return { number, unit: data.unit ?? '', open: true, ...withClocks(noClocks(), data) };
};

let database: TestDatabase;
let running: TestService;
const actor = { person: 'dung', role: 'receiver', unit: 'HQ-SM' } as const;
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
                keyOf: ({ stream }) => (stream.startsWith('demo.petition-') ? stream : undefined),
                evolve,
              },
              batch,
            ),
        },
      ],
    },
    { databaseUrl: database.url, now: '2026-11-20T02:00:00.000Z' },
  );
  await running.knows(organisation);
  for (const number of ['D26-00000001-0', 'D26-00000002-0', 'D26-00000003-0'])
    await running.service.run({
      decider: demoDecider,
      stream: `demo.petition-${number}`,
      command: open({ clocksStarted: [{ ...demoClock('R1', PLAIN), safeEndsAt: STRICT }] }),
      context: askedBy(actor),
    });
  await running.caughtUp();
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

const read = (view: string, cursor?: string) =>
  readWorklist(running.service, {
    entity: DemoRow,
    key: 'number',
    actor,
    asked: { view, limit: 2, ...(cursor === undefined ? {} : { cursor }) },
  });

it('shows as overdue what its law says is, not yet what the stricter reading says', async () => {
  running.clock.set(new Date('2026-11-26T02:00:00.000Z'));
  expect((await read('open')).total).toBe(3);
  expect((await read('overdue')).total).toBe(0);
  running.clock.set(new Date(PLAIN));
  expect((await read('overdue')).total).toBe(3);
});

it('counts on the first page, not again on each later one', async () => {
  const first = await read('open');
  expect(first).toMatchObject({ total: 3, nextCursor: expect.any(String) });
  const second = await read('open', first.nextCursor ?? '');
  expect(second).toMatchObject({ total: null, nextCursor: null });
  expect(second.rows).toHaveLength(1);
});
