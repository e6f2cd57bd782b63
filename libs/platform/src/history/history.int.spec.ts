import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { askedBy } from '../specs/asked-by.ts';
import { demoDecider, demoService, note, open } from '../specs/demo-service.ts';
import { organisation, person } from '../specs/organisation.ts';
import { someoneOf } from '../specs/asked-by.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';

const NUMBER = 'D26-00000001-0';
let database: TestDatabase;
let running: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  const now = '2026-11-20T02:00:00.000Z';
  running = await startTestService(demoService, { databaseUrl: database.url, now });
  await running.knows(organisation);
  const context = () => askedBy({ person: 'dung', role: 'receiver', unit: 'HQ-SM' });
  const stream = `demo.petition-${NUMBER}`;
  const { service, clock } = running;
  await service.run({ decider: demoDecider, stream, command: open(), context: context() });
  clock.set(new Date('2026-11-20T04:00:00.000Z'));
  await service.run({ decider: demoDecider, stream, command: note(), context: context() });
  await running.caughtUp();
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

it.each([
  ['2026-11-20T03:00:00Z', 1],
  ['2026-11-20T10:00:00+07:00', 1],
  ['2026-11-20T11:05:00+07:00', 2],
  ['2026-11-19T23:05:00-05:00', 2],
  ['2026-11-20T08:59:59+07:00', 0],
])('as of %s, by whatever clock it is said, there are %i entries', async (asOf, entries) => {
  expect(
    await running.service.history.of(NUMBER, 'petition.read', someoneOf('HQ-SM'), asOf),
  ).toHaveLength(entries);
});

it('as of the moment of an entry holds that entry', async () => {
  const { history } = running.service;
  const [, last] = await history.of(NUMBER, 'petition.read', someoneOf('HQ-SM'));
  const at = new Date(last!.recordedAt);
  const asOf = (moment: Date) =>
    history.of(NUMBER, 'petition.read', someoneOf('HQ-SM'), moment.toISOString());
  expect(await asOf(at)).toHaveLength(2);
  expect(await asOf(new Date(at.getTime() - 1))).toHaveLength(1);
});

it('names who acted, and whose post it was that a deputy acted for', async () => {
  const { service } = running;
  await running.knows([person('dung'), person('giang')]);
  const context = askedBy({ person: 'dung', role: 'receiver', unit: 'HQ-SM', deputyFor: 'giang' });
  const stream = `demo.petition-${NUMBER}`;
  await service.run({ decider: demoDecider, stream, command: note(), context });
  const last = (await service.history.of(NUMBER, 'petition.read', someoneOf('HQ-SM'))).at(-1);
  expect(last!.actor).toMatchObject({ name: 'Người dung', deputyForName: 'Người giang' });
});
