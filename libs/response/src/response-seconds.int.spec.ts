import { INVESTIGATION_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readSecondPerson } from '@minh-bach/platform';
import {
  askedBy,
  expectRebuildsEqualLive,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { caseDecider, type CaseCommand } from './domain/case.decider.ts';
import { responseSeconds } from './response-seconds.ts';
import {
  CASE,
  binh,
  concluded,
  confirmDay,
  issue,
  phuc,
  prepare,
  publish,
} from './response.fixture.ts';
import { responseService } from './response.service.ts';

/** Long after the day that the decision bears, and past the limit of sending. */
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
  await does(phuc, issue());
});
afterAll(async () => {
  await response.close();
  await database.drop();
});

async function does(actor: Actor, command: CaseCommand): Promise<void> {
  const stream = `response.case-${CASE}`;
  const context = askedBy(actor);
  await response.service.run({ decider: caseDecider, stream, command, context });
  await response.caughtUp();
}
const waiting = async (actor: Actor) => {
  const asker = { actor, roles: [actor.role as 'head'] };
  const { items } = await readSecondPerson(response.service, responseSeconds, asker);
  // The clock goes on from there.
  return items.map(({ what, by, since }) => ({ what, by: by.id, on: since.slice(0, 10) }));
};

it('a day that was recorded late waits for a second person, not for the one who recorded it', async () => {
  expect(await waiting(binh)).toEqual([{ what: 'day', by: 'phuc', on: '2026-12-30' }]);
  expect(await waiting(khanh)).toHaveLength(1);
  expect(await waiting(phuc)).toEqual([]);
  await does(binh, confirmDay);
  expect(await waiting(binh)).toEqual([]);
});

it('a text for everybody waits for a second reader of the unit that sends', async () => {
  await does(phuc, prepare());
  expect(await waiting(binh)).toEqual([{ what: 'publication', by: 'phuc', on: '2026-12-30' }]);
  for (const actor of [phuc, khanh]) expect(await waiting(actor)).toEqual([]);
  await does(binh, publish());
  expect(await waiting(binh)).toEqual([]);
});

it('a proposal to take it back waits for another person', async () => {
  await does(binh, { type: 'ProposeTakingBack', reason: 'Còn nêu tên một người' });
  expect(await waiting(phuc)).toEqual([{ what: 'taking-back', by: 'binh', on: '2026-12-30' }]);
  expect(await waiting(binh)).toEqual([]);
  await does(phuc, { type: 'DeclineTakingBack', reason: 'Không nêu tên ai' });
  expect(await waiting(phuc)).toEqual([]);
});

it('the rows are those that a rebuild makes', async () => {
  await expectRebuildsEqualLive(response.service);
});
