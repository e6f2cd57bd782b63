import { INVESTIGATION_TOPIC, clockOf } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  expectRebuildsEqualLive,
  askedBy,
  organisation,
  startTestService,
  type TestService,
  someoneOf,
} from '@minh-bach/platform/specs';
import { computeDeadline } from '@minh-bach/rules';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { caseDecider, type CaseCommand } from './domain/case.decider.ts';
import {
  CASE,
  TODAY,
  close,
  concluded,
  deliver,
  issue,
  phuc,
  send,
  sendOthers,
} from './response.fixture.ts';
import { ResponsePageHandler, ResponsePageQuery } from './response-page/response-page.query.ts';
import { ResponseRow } from './response-worklist/response-row.entity.ts';
import { responseService } from './response.service.ts';

const LATE = 'V26-00000002-0';
const WAITING = 'V26-00000003-0';
const OLDER = 'V26-00000004-0';
/** The limit of resolution, as investigation tells it. */
const { explanation: inWords, ...limit } = computeDeadline({
  rule: 'KN1.RESOLVE.NORMAL',
  trigger: '2026-11-20',
});
const clock = clockOf(limit);
/** As messages told it before its words were put together by the reader. */
const IN_OLD_WORDS = { vi: 'Như đã nói khi đó.', en: 'As it was said then.' };
const { counted: _, ...dates } = limit;
const olderClock = { ...dates, explanation: IN_OLD_WORDS };
const streamOf = (number: string) => `response.case-${number}`;

let database: TestDatabase;
let response: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  response = await startTestService(responseService, { databaseUrl: database.url, now: TODAY });
  await response.knows(organisation);
  for (const number of [CASE, LATE, LATE, WAITING]) await tell(number);
  await tell(OLDER, olderClock);
  for (const number of [CASE, LATE, WAITING, OLDER]) await response.heard(streamOf(number), 1);
  await asked(CASE, issue(), send(), ...sendOthers(), deliver(), close);
  await asked(LATE, issue());
});
afterAll(async () => {
  await response.close();
  await database.drop();
});

const tell = (number: string, running: object = clock) =>
  response.neighbours.tell(INVESTIGATION_TOPIC, number, 'CaseConcluded', {
    ...concluded,
    clock: running,
    case: number,
  });

async function asked(number: string, ...commands: CaseCommand[]): Promise<void> {
  for (const command of commands)
    await response.service.run({
      decider: caseDecider,
      stream: streamOf(number),
      command,
      context: askedBy(phuc),
    });
  await response.caughtUp();
}

const rowOf = (number: string) =>
  response.service.lists.dataSource.getRepository(ResponseRow).findOneBy({ number });
const typesIn = async (number: string) =>
  (await response.events(streamOf(number))).map(({ event }) => event.type);

describe('a concluded case', () => {
  it('is answered step by step until it is closed', async () => {
    expect(await typesIn(CASE)).toEqual([
      'ResponseRequested',
      'DecisionIssued',
      'DecisionSent',
      'DecisionSent',
      'DecisionSent',
      'DecisionDelivered',
      'CaseClosed',
    ]);
    expect(await rowOf(CASE)).toMatchObject({
      state: 'closed',
      open: false,
      decisionNumber: '12/QĐ-HQSM',
      clocks: [{ rule: 'KN.PUBLISH' }],
    });
  });
  it('is due by the limit of resolution until its decision is issued, then by that of sending', async () => {
    const rulesOn = async (number: string) => {
      const page = new ResponsePageHandler(response.service);
      return (await page.execute(new ResponsePageQuery(number, phuc))).clocks.map((c) => c.rule);
    };
    for (const [number, rule] of [
      [WAITING, 'KN1.RESOLVE.NORMAL'],
      [LATE, 'KN1.SEND'],
    ] as const) {
      const [first, ...others] = await rulesOn(number);
      expect([first, others.filter((one) => one !== 'KN.PUBLISH')]).toEqual([rule, []]);
      expect((await rowOf(number))?.clocks[0]).toMatchObject({ rule });
    }
    expect(await rulesOn(CASE)).toEqual(['KN.PUBLISH']);
  });
  it('says why it is due in words, made when it is read or brought along by an older message', async () => {
    const page = new ResponsePageHandler(response.service);
    for (const [number, explanation] of [
      [WAITING, inWords],
      [OLDER, IN_OLD_WORDS],
    ] as const) {
      const { clocks } = await page.execute(new ResponsePageQuery(number, phuc));
      expect(clocks.map((each) => each.explanation)).toEqual([explanation]);
    }
    const entries = await response.service.history.of(LATE, 'case.read', phuc);
    const [sending] = entries.find(({ type }) => type === 'DecisionIssued')!.rules;
    expect(sending?.explanation.vi).toMatch(
      /^Gửi quyết định lần đầu: 3 ngày làm việc, theo .* Hạn: /,
    );
  });
  it('shows in its history neither the text nor the addressee', async () => {
    const entries = await response.service.history.of(CASE, 'case.read', someoneOf('KV-MH'));
    expect(entries).toHaveLength(7);
    expect(JSON.stringify(entries)).not.toMatch(/Chấp nhận toàn bộ|Công ty Thử Nghiệm/);
  });
  it('whose decision lies unsent is red, and its superior told once', async () => {
    expect(await rowOf(LATE)).toMatchObject({
      state: 'issued',
      dueAt: new Date('2026-12-02T17:00:00.000Z'),
    });
    response.clock.set(new Date('2026-12-02T17:00:00.000Z'));
    for (const _ of [1, 2]) {
      await response.service.noticeBreaches();
      await response.caughtUp();
    }
    expect(await typesIn(LATE)).toEqual([
      'ResponseRequested',
      'DecisionIssued',
      'DeadlineBreached',
    ]);
    expect(await typesIn(CASE)).not.toContain('DeadlineBreached');
  });
});

it('the rows that grew are those that a rebuild makes', async () => {
  await expectRebuildsEqualLive(response.service);
});
