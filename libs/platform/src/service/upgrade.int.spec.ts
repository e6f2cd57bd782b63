import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createReadModel } from '@minh-bach/projections';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { askedBy, someoneOf } from '../specs/asked-by.ts';
import { DemoRow, demoList, demoRowProjection } from '../specs/demo-rows.ts';
import { demoDecider, demoService, note, open } from '../specs/demo-service.ts';
import { organisation } from '../specs/organisation.ts';
import { expectRebuildsEqualLive } from '../specs/rebuilds.ts';
import { startTestService } from '../specs/start-service.ts';
import { readWorklist } from '../pages/read-worklist.ts';
import { rightsOf } from './read-models.ts';
import type { ServiceRuntime } from './service-runtime.ts';

const NUMBER = 'D26-00000001-0';
const actor = { person: 'dung', role: 'receiver', unit: 'HQ-SM' } as const;
const demo = {
  ...demoService,
  entities: [DemoRow],
  projections: [demoRowProjection],
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const start = () =>
  startTestService(demo, { databaseUrl: database.url, now: '2026-11-20T02:00:00.000Z' });

async function seenIn(service: ServiceRuntime) {
  const { rows } = await readWorklist(service, demoList, { view: 'all', limit: 10 }, actor);
  const history = await service.history.of(NUMBER, 'petition.read', someoneOf('HQ-SM'));
  const units = await service.organisation.unitsAbove('HQ-SM');
  return JSON.parse(JSON.stringify({ rows, history, units })) as object;
}

it('rows of one read model are parted: histories and lists stay the same, and nothing is left', async () => {
  // 1. A log, and what is seen of it.
  const first = await start();
  await first.knows(organisation);
  const stream = `demo.petition-${NUMBER}`;
  for (const command of [open(), note()])
    await first.service.run({ decider: demoDecider, stream, command, context: askedBy(actor) });
  await first.caughtUp();
  const before = await seenIn(first.service);

  // 2. The rows as the release before made them, all in one schema.
  const { store, log } = first.service.infrastructure;
  await first.service.beforeApplicationShutdown();
  const { dataSource } = first.service.lists;
  await dataSource.query('DROP SCHEMA demo CASCADE; DROP SCHEMA demo_lists CASCADE');
  const rights = rightsOf(demo, first.service.registry);
  const old = await createReadModel({
    ...{ url: database.url, schema: 'demo', store, log, registry: first.service.registry },
    entities: [...(rights.entities as never[]), DemoRow],
    projections: [
      ...rights.projections.map((each) =>
        each.name === 'organisation' ? { ...each, version: 4 } : each,
      ),
      demoRowProjection,
    ],
  });
  old.start();
  await old.renewed();
  await old.fresh();
  await old.close();
  await first.close();

  // 3. This release.
  const second = await start();
  await Promise.all([second.service.rights.renewed(), second.service.lists.renewed()]);
  await second.caughtUp();
  expect(await seenIn(second.service)).toEqual(before);
  await expectRebuildsEqualLive(second.service);
  const tables = await second.service.rights.dataSource.query<{ schema: string }[]>(
    `SELECT table_schema AS schema FROM information_schema.tables WHERE table_name = 'demo_rows'`,
  );
  expect(tables).toEqual([{ schema: 'demo_lists' }]);
  await second.close();
});
