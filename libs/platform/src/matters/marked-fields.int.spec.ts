import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storedEvent, words } from '@minh-bach/contracts';
import { type Decider, type EventOf } from '@minh-bach/kernel';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { z } from 'zod';
import { askedBy, someoneOf } from '../specs/asked-by.ts';
import { demoDecider, demoService, open } from '../specs/demo-service.ts';
import { organisation } from '../specs/organisation.ts';
import { startTestService, type TestService } from '../specs/start-service.ts';

/** Its `unit` and `case` are about the visit, not about whose matter the stream is. */
const visited = storedEvent(
  'DemoVisited',
  z.strictObject({
    unit: z.string(),
    case: z.string(),
  }),
  { history: () => ({ summary: words('Thử', 'A try') }) },
);
const visitDecider: Decider<null, EventOf<typeof visited>['data'], EventOf<typeof visited>> = {
  initialState: null,
  decide: (data) => [{ type: 'DemoVisited', data }],
  evolve: () => null,
};

const NUMBER = 'D26-00000001-0';
const ELSEWHERE = 'V26-00000009-0';
const stream = `demo.petition-${NUMBER}`;
let database: TestDatabase;
let running: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  running = await startTestService(
    {
      ...demoService,
      events: [...demoService.events, visited],
    },
    { databaseUrl: database.url, now: '2026-11-20T02:00:00.000Z' },
  );
  await running.knows(organisation);
  const context = () => askedBy({ person: 'dung', role: 'receiver', unit: 'HQ-SM' });
  await running.service.run({ decider: demoDecider, stream, command: open(), context: context() });
  await running.service.run({
    decider: visitDecider,
    stream,
    command: { unit: 'HQ-DG', case: ELSEWHERE },
    context: context(),
  });
  await running.caughtUp();
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

const reaches = (number: string, unit: string) =>
  running.service.matters.streamsOf(number, 'petition.read', someoneOf(unit)).then(
    ({ streams }) => streams.length > 0,
    () => false,
  );

describe('a field that its event does not mark', () => {
  it('moves no matter to another unit, whatever its name', async () => {
    expect([await reaches(NUMBER, 'HQ-SM'), await reaches(NUMBER, 'HQ-DG')]).toEqual([true, false]);
  });

  it('links no stream to another matter, whatever its name', async () => {
    expect([await reaches(ELSEWHERE, 'HQ-SM'), await reaches(ELSEWHERE, 'HQ-DG')]).toEqual([
      false,
      false,
    ]);
  });
});
