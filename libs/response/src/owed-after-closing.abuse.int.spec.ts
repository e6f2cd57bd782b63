import { INVESTIGATION_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  expectRebuildsEqualLive,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { caseDecider, type CaseCommand } from './domain/case.decider.ts';
import { ResponsePageHandler, ResponsePageQuery } from './response-page/response-page.query.ts';
import {
  ResponseWorklistHandler,
  ResponseWorklistQuery,
} from './response-worklist/response-worklist.query.ts';
import {
  CASE,
  binh,
  close,
  concluded,
  deliver,
  issue,
  phuc,
  prepare,
  publish,
  send,
  sendOthers,
} from './response.fixture.ts';
import { responseService } from './response.service.ts';
import { urgingCommands } from './urging.ts';

const LATE = '2026-12-30T02:00:00.000Z';
const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };
let database: TestDatabase;
let response: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  response = await startTestService(responseService, { databaseUrl: database.url, now: LATE });
  await response.knows(organisation);
  await response.neighbours.tell(INVESTIGATION_TOPIC, CASE, 'CaseConcluded', concluded);
  await response.heard(`response.case-${CASE}`, 1);
});
afterAll(async () => {
  await response.close();
  await database.drop();
});

async function does(actor: Actor, ...commands: readonly CaseCommand[]): Promise<void> {
  const stream = `response.case-${CASE}`;
  for (const command of commands) {
    const context = askedBy(actor);
    await response.service.run({ decider: caseDecider, stream, command, context });
  }
  await response.caughtUp();
}
const overdue = async () => {
  const query = new ResponseWorklistQuery({ view: 'overdue', limit: 50 }, khanh);
  const { items } = await new ResponseWorklistHandler(response.service).execute(query);
  return items.map((row) => row.case);
};
const page = () =>
  new ResponsePageHandler(response.service).execute(new ResponsePageQuery(CASE, khanh));
const urge = () => {
  const body = { letter: null, letterOn: null, request: 'Công khai lại' };
  return ask(response.service, urgingCommands[0] as never, CASE, body as never, askedBy(khanh));
};

it('what is owed to the public again is late for who is above, also where the file was closed before', async () => {
  const on = '2026-12-30';
  await does(binh, issue());
  await does(phuc, send(on), ...sendOthers(on), deliver(on), prepare());
  await does(binh, publish());
  await does(phuc, close);
  expect(await overdue()).toEqual([]);
  await expect(urge()).rejects.toMatchObject({ code: 'NOTHING_LATE' });

  await does(phuc, { type: 'ProposeTakingBack', reason: 'Nhầm bản' });
  await does(binh, { type: 'ConfirmTakingBack' });
  expect(await overdue()).toEqual([CASE]);
  expect(await page()).toMatchObject({ state: 'closed', mayUrge: true });
  expect((await page()).waitsFor).not.toEqual([]);
  await urge();
  await does(phuc, { type: 'ReportDelay', letter: null, report: 'Chờ soát lại' });

  await does(phuc, prepare());
  await does(binh, publish({ version: 2 }));
  expect(await overdue()).toEqual([]);
  expect(await page()).toMatchObject({ mayUrge: false, waitsFor: [] });
  await expectRebuildsEqualLive(response.service);
});
