import { TRIAGE_TOPIC, reportCaseDelay, urgeCase } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  expectRebuildsEqualLive,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { CasePageHandler, CasePageQuery } from './case-page/case-page.query.ts';
import { caseLines } from './case-worklist/case-lines.ts';
import { CaseWorklistHandler, CaseWorklistQuery } from './case-worklist/case-worklist.query.ts';
import { delayReport, urging } from './commands/urge.ts';
import { caseDecider } from './domain/case.decider.ts';
import { OPENED_AT, assign, binh, hung, opened, propose } from './investigation.fixture.ts';
import { investigationService } from './investigation.service.ts';

const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };
const an: Actor = { person: 'an', role: 'head', unit: 'CHQ' };
/** Heads another unit of the same region. */
const nam: Actor = { person: 'nam', role: 'head', unit: 'HQ-DG' };
const notFound = { code: 'NOT_FOUND' };

let database: TestDatabase;
let investigation: TestService;
let cases = 0;
let number: string;
let petition: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const options = { databaseUrl: database.url, now: OPENED_AT };
  investigation = await startTestService(investigationService, options);
  await investigation.knows([...organisation, person('nam'), post('nam', 'HQ-DG', ['head'])]);
});
afterAll(async () => {
  await investigation.close();
  await database.drop();
});

beforeEach(() => opens());

/** Each spec has a case of its own. */
async function opens(over: Partial<typeof opened> = {}): Promise<void> {
  cases += 1;
  number = `V26-0000000${cases}-0`;
  petition = `D26-0000000${cases}-0`;
  const data = { ...opened, ...over, case: number, petitions: [petition] };
  await investigation.neighbours.tell(TRIAGE_TOPIC, number, 'CaseOpened', data);
  await investigation.heard(`investigation.case-${number}`, 1);
}

const letter = { letter: null, letterOn: null };
const body = { ground: 'reception', ...letter, request: 'Báo cáo tiến độ' } as const;
const urge = async (actor: Actor) => {
  await ask(investigation.service, urging, number, body, askedBy(actor));
  await investigation.caughtUp();
};
const report = async (actor: Actor) => {
  const said = { letter: null, report: 'Chờ giám định' };
  await ask(investigation.service, delayReport, number, said, askedBy(actor));
  await investigation.caughtUp();
};
const page = (actor: Actor) =>
  new CasePageHandler(investigation.service).execute(new CasePageQuery(number, actor));
const listed = async (actor: Actor, view: 'open' | 'urged') => {
  const query = new CaseWorklistQuery({ view, limit: 50 }, actor);
  const { items } = await new CaseWorklistHandler(investigation.service).execute(query);
  return items.find((row) => row.case === number);
};
async function names(...people: readonly string[]): Promise<void> {
  const { service, neighbours } = investigation;
  const tags = await Promise.all(people.map((who) => service.shield.tagOf(who)));
  const named = tags.map((tag) => ({ tag, on: '2026-11-02' }));
  const data = { respondentUnit: null, respondents: { units: [], people: named }, reason: null };
  await neighbours.writes(`triage.petition-${petition}`, 'RespondentsCorrected', data);
}

describe('T2: a case of a lower unit', () => {
  it('is urged by the head directly above, and by nobody else', async () => {
    for (const actor of [binh, hung, nam])
      await expect(urge(actor)).rejects.toMatchObject(notFound);
    for (const actor of [an, { ...khanh, person: 'nam' }])
      await expect(urge(actor)).rejects.toMatchObject({ code: 'NOT_DIRECTLY_ABOVE' });
    expect((await page(an)).mayUrge).toBe(false);
    expect((await page(khanh)).mayUrge).toBe(true);
    await urge(khanh);
    await expect(urge(khanh)).rejects.toMatchObject({ code: 'ALREADY_URGED' });
  });

  it('tells the unit who asks for what; its head answers, and the level above reads it', async () => {
    expect(await listed(binh, 'urged')).toBeUndefined();
    await urge(khanh);
    const asked = { by: { id: 'khanh' }, to: { id: 'HQ-SM' }, request: body.request };
    expect(await page(binh)).toMatchObject({ urgings: [{ ...asked, report: null }] });
    expect(await listed(binh, 'urged')).toMatchObject({ shown: { urgedOn: '2026-11-23' } });
    for (const actor of [khanh, an, nam])
      await expect(report(actor)).rejects.toMatchObject(notFound);
    await report(binh);
    expect(await page(khanh)).toMatchObject({
      urgings: [{ report: { by: { id: 'binh' }, text: 'Chờ giám định' } }],
    });
    expect(await listed(khanh, 'urged')).toBeUndefined();
    expect(await listed(khanh, 'open')).toMatchObject({ shown: { urgedOn: '2026-11-23' } });
    const lines = await caseLines.linesOf(investigation.service, [number]);
    expect(lines.get(number)).toMatchObject({ urgedOn: '2026-11-23', reportedOn: '2026-11-23' });
  });

  it('is urged by the next head above where its petition names the one directly above', async () => {
    await names('khanh');
    await expect(urge(khanh)).rejects.toMatchObject(notFound);
    expect((await page(an)).mayUrge).toBe(true);
    await urge(an);
    expect(await page(binh)).toMatchObject({ urgings: [{ unit: { id: 'CHQ' } }] });
  });

  it('is urged in the unit above where its own heads are named in it', async () => {
    await opens({ kind: 'denunciation', gist: null });
    await names('binh');
    await expect(urge(khanh)).rejects.toMatchObject({ code: 'NOT_DIRECTLY_ABOVE' });
    await urge(an);
    await expect(report(binh)).rejects.toMatchObject(notFound);
    await report(khanh);
    expect(await page(an)).toMatchObject({ urgings: [{ to: { id: 'KV-MH' } }] });
  });
});

it('who drafted it below takes no urging off the superior who has to judge the draft', async () => {
  const { service } = investigation;
  const work = { decider: caseDecider, stream: `investigation.case-${number}` };
  // The head verifies it, so the draft waits for the one above.
  const verifier: Actor = { ...binh, role: 'verifier' };
  await service.run({ ...work, command: assign('binh'), context: askedBy(binh) });
  await service.run({ ...work, command: propose(), context: askedBy(verifier) });
  await investigation.caughtUp();
  expect(await page(binh)).toMatchObject({ holding: { id: 'KV-MH' }, state: 'proposed' });
  await urge(an);
  await expect(report(binh)).rejects.toMatchObject(notFound);
  await report(khanh);
  expect(await page(an)).toMatchObject({ urgings: [{ report: { by: { id: 'khanh' } } }] });
});

it('no urging says that a case is late while it is not', async () => {
  const asked = ask(
    investigation.service,
    urging,
    number,
    { ...body, ground: 'overdue' },
    askedBy(khanh),
  );
  await expect(asked).rejects.toMatchObject({ code: 'NOTHING_LATE' });
  expect((await page(khanh)).urgings).toEqual([]);
});

it('both commands ask for the revision that was seen', () => {
  for (const { ifMatch } of [urgeCase, reportCaseDelay]) expect(ifMatch).toBe(true);
});

it('the rows that grew are those that a rebuild makes', async () => {
  await expectRebuildsEqualLive(investigation.service);
});
