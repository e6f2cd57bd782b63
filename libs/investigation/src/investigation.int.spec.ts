import { RESPONSE_TOPIC, TRIAGE_TOPIC } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  expectRebuildsEqualLive,
  askedBy,
  organisation,
  startTestService,
  type TestService,
  someoneOf,
} from '@minh-bach/platform/specs';
import { createTestDatabase, eventually, type TestDatabase } from '@minh-bach/testing';
import { CasePageHandler, CasePageQuery } from './case-page/case-page.query.ts';
import { CaseRow } from './case-worklist/case-row.entity.ts';
import { caseDecider } from './domain/case.decider.ts';
import {
  CASE,
  OPENED_AT,
  PETITION,
  binh,
  noteDecision,
  noticeBreach,
  opened,
  story,
} from './investigation.fixture.ts';
import { investigationService } from './investigation.service.ts';

const LEFT = 'V26-00000002-0';
const EARLY = 'V26-00000003-0';
const streamOf = (number: string) => `investigation.case-${number}`;

let database: TestDatabase;
let investigation: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  investigation = await startTestService(investigationService, {
    databaseUrl: database.url,
    now: OPENED_AT,
  });
  await investigation.knows(organisation);
  await tellOpened(CASE);
  await tellOpened(LEFT);
  for (const number of [CASE, LEFT]) await investigation.heard(streamOf(number), 1);
  const byPeople = story
    .slice(1)
    .filter(({ command: { type } }) => type !== noticeBreach().type && type !== noteDecision.type);
  for (const { command, actor } of byPeople)
    await investigation.service.run({
      decider: caseDecider,
      stream: streamOf(CASE),
      command,
      context: askedBy(actor),
    });
  await tellIssued(CASE);
  await investigation.heard(streamOf(CASE), byPeople.length + 2);
});
afterAll(async () => {
  await investigation.close();
  await database.drop();
});

const tellOpened = (number: string) =>
  investigation.neighbours.tell(TRIAGE_TOPIC, number, 'CaseOpened', { ...opened, case: number });
const tellIssued = (number: string) =>
  investigation.neighbours.tell(RESPONSE_TOPIC, number, 'DecisionIssued', {
    case: number,
    petitions: [PETITION],
    unit: 'HQ-SM',
    decisionNumber: '12/QĐ-HQSM',
    issuedOn: '2026-11-23',
  });

const rowOf = (number: string) =>
  investigation.service.lists.dataSource.getRepository(CaseRow).findOneBy({ number });
const typesIn = async (number: string) =>
  (await investigation.events(streamOf(number))).map(({ event }) => event.type);

describe('a case', () => {
  it('goes from triage to the decision that response issued', async () => {
    expect(await typesIn(CASE)).toEqual([
      'CaseReceived',
      'CaseAssigned',
      'NoteAdded',
      'ExplanationRecorded',
      'EvidenceRecorded',
      'ConclusionProposed',
      'ConclusionReturned',
      'ConclusionProposed',
      'ConclusionApproved',
      'DecisionNoted',
    ]);
    expect(await rowOf(CASE)).toMatchObject({ state: 'decided', assignee: 'hung', clocks: [] });
  });
  it('shows in its history who did what, and nothing of what was found', async () => {
    const entries = await investigation.service.history.of(CASE, 'case.read', someoneOf('HQ-SM'));
    expect(entries.map(({ actor }) => actor.name ?? actor.person)).toEqual([
      'system:investigation',
      'Người binh',
      ...Array.from({ length: 4 }, () => 'Người hung'),
      'Người binh',
      'Người hung',
      'Người binh',
      'system:investigation',
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/Áp sai mã|Mẫu số 3|Đã hẹn/);
  });
  it('T8: waits to be opened; a decision on what nobody concluded is held, and ends no clock', async () => {
    const isHeld = (state: string, reason: string) =>
      eventually(async () =>
        expect((await investigation.service.operations.held()).stuck).toMatchObject([
          { state, reason },
        ]),
      );
    await tellIssued(EARLY);
    await isHeld('waiting', 'NOT_YET');
    await tellOpened(EARLY);
    await isHeld('parked', 'CASE_NOT_CONCLUDED');
    expect(await typesIn(EARLY)).toEqual(['CaseReceived']);
  });
  it('that is late is noticed once, without an assignee as well', async () => {
    investigation.clock.set(new Date('2026-12-23T17:00:00.000Z'));
    for (const _ of [1, 2]) {
      await investigation.service.noticeBreaches();
      await investigation.caughtUp();
    }
    expect(await typesIn(LEFT)).toEqual(['CaseReceived', 'DeadlineBreached']);
    expect(await typesIn(CASE)).not.toContain('DeadlineBreached');
  });
});

describe('two heads who judge the same draft at once', () => {
  it('one wins, the other is told what changed and by whom', async () => {
    const number = 'V26-00000005-0';
    const stream = streamOf(number);
    await tellOpened(number);
    await investigation.heard(stream, 1);
    const run = (step: (typeof story)[number], ifMatch?: number) =>
      investigation.service.run({
        decider: caseDecider,
        stream,
        command: step.command,
        context: askedBy(step.actor, ifMatch === undefined ? {} : { ifMatch }),
      });
    for (const type of ['AssignCase', 'ProposeConclusion'])
      await run(story.find(({ command }) => command.type === type)!);
    const approve = { command: { type: 'ApproveConclusion', version: 1 }, actor: binh } as const;
    const cuc = { ...binh, person: 'cuc' };
    const judged = await Promise.allSettled([
      run(approve, 2),
      run({ command: { type: 'ReturnConclusion', version: 1, note: 'x' }, actor: cuc }, 2),
    ]);
    const [lost] = judged.filter((one) => one.status === 'rejected');
    expect(judged.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(lost).toMatchObject({
      reason: {
        code: 'REVISION_CHANGED',
        details: { since: [{ name: expect.stringMatching(/^Người (binh|cuc)$/) }] },
      },
    });
  });
});

it('text whose key was destroyed is nothing, not an empty text', async () => {
  const page = new CasePageHandler(investigation.service);
  const noteOf = async () => (await page.execute(new CasePageQuery(CASE, binh))).notes[0]?.text;
  expect(await noteOf()).toBe('Đã hẹn làm việc');
  const { vault } = investigation.service.infrastructure;
  await vault.destroy([{ owner: CASE, compartment: 'working' }]);
  expect(await noteOf()).toBeNull();
});

it('the rows that grew are those that a rebuild makes', async () => {
  await investigation.caughtUp();
  await expectRebuildsEqualLive(investigation.service);
});
