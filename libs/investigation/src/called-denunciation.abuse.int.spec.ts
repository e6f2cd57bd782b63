import { TRIAGE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  deputy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { CasePageHandler, CasePageQuery } from './case-page/case-page.query.ts';
import { CaseWorklistHandler, CaseWorklistQuery } from './case-worklist/case-worklist.query.ts';
import { assign, noteOnCase } from './commands/index.ts';
import { CASE, OPENED_AT, PETITION, binh, hung, opened } from './investigation.fixture.ts';
import { investigationService } from './investigation.service.ts';

const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };
const notFound = { code: 'NOT_FOUND' };

let database: TestDatabase;
let investigation: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  investigation = await startTestService(investigationService, {
    databaseUrl: database.url,
    now: OPENED_AT,
  });
  await investigation.knows(organisation);
  await investigation.neighbours.tell(TRIAGE_TOPIC, CASE, 'CaseOpened', opened);
  await investigation.heard(`investigation.case-${CASE}`, 1);
});
afterAll(async () => {
  await investigation.close();
  await database.drop();
});

const page = (actor: Actor, number = CASE) =>
  new CasePageHandler(investigation.service).execute(new CasePageQuery(number, actor));
const history = (actor: Actor) => investigation.service.history.of(CASE, 'case.read', actor);
const listed = async (actor: Actor) => {
  const query = new CaseWorklistQuery({ view: 'all', limit: 20 }, actor);
  return (await new CaseWorklistHandler(investigation.service).execute(query)).items;
};
const assigned = (actor: Actor) =>
  ask(investigation.service, assign, CASE, { assignee: 'hung', noConflict: true }, askedBy(actor));

describe('T27: the case of a complaint that is called a denunciation after it was accepted', () => {
  it('is the head’s own to see before', async () => {
    expect(await page(binh)).toMatchObject({ gist: opened.gist });
    expect(await listed(binh)).toMatchObject([{ case: CASE, gist: opened.gist }]);
  });

  it('is nothing to the head from the event on, without a message', async () => {
    await investigation.neighbours.writes(`triage.petition-${PETITION}`, 'PetitionClassified', {
      kind: 'denunciation',
      before: 'complaint',
      decided: 'accepted',
      reason: null,
    });
    for (const open of [page, (actor: Actor) => page(actor, PETITION), history, assigned])
      await expect(open(binh)).rejects.toMatchObject(notFound);
    expect(await listed(binh)).toEqual([]);
  });

  it('goes on for the unit above, and shows no word of the petition any more', async () => {
    expect(await page(khanh)).toMatchObject({
      gist: null,
      state: 'received',
      assigning: { id: 'KV-MH' },
      clocks: [{ rule: 'KN1.RESOLVE.NORMAL' }],
    });
    expect(await listed(khanh)).toMatchObject([{ case: CASE, gist: null }]);
    expect((await history(khanh)).length).toBeGreaterThan(0);
  });
});

it('T28: the case of a denunciation is worked on by nobody who deputised for a respondent since it was received', async () => {
  const { knows, neighbours, service } = investigation;
  const [number, petition] = ['V26-10203041-7', 'D26-48301726-2'];
  await neighbours.tell(TRIAGE_TOPIC, number, 'CaseOpened', {
    ...opened,
    ...{ case: number, petitions: [petition], respondentUnit: 'HQ-DG' },
  });
  await investigation.heard(`investigation.case-${number}`, 1);
  await neighbours.writes(`triage.petition-${petition}`, 'PetitionClassified', {
    kind: 'denunciation',
    before: 'complaint',
    decided: 'accepted',
    reason: null,
    respondentUnit: 'HQ-DG',
    respondents: { units: [], people: [{ tag: await service.shield.tagOf('binh'), on: null }] },
  });
  const given = (assignee: string) =>
    ask(service, assign, number, { assignee, noConflict: true }, askedBy(khanh));
  const noted = () => ask(service, noteOnCase, number, { text: 'Đã hẹn' }, askedBy(hung));
  const deputised = (day: string) => knows([deputy('hung', 'hq-sm.binh', day, day)]);
  await deputised('2026-11-17');
  await given('hung');
  await noted();
  await deputised('2026-11-19');
  await expect(given('hung')).rejects.toMatchObject({ code: 'ASSIGNEE_CANNOT_VERIFY' });
  await expect(noted()).rejects.toMatchObject(notFound);
  expect(await page(hung, number)).toMatchObject({ isKept: true });
});
