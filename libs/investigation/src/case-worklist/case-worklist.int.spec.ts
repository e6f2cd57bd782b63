import { CASE_VIEWS, TRIAGE_TOPIC, type PostEntry } from '@minh-bach/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { countViews } from '@minh-bach/platform';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { CasePageHandler, CasePageQuery } from '../case-page/case-page.query.ts';
import { caseDecider } from '../domain/case.decider.ts';
import {
  OPENED_AT,
  approve,
  assign,
  binh,
  hung,
  lan,
  opened,
  propose,
} from '../investigation.fixture.ts';
import { investigationService } from '../investigation.service.ts';
import { CaseWorklistHandler, CaseWorklistQuery, caseList } from './case-worklist.query.ts';

/** How far each case has come. */
const CASES = {
  'V26-00000001-0': [],
  'V26-00000002-0': [{ command: assign('hung'), actor: binh }],
  'V26-00000003-0': [
    { command: assign('lan'), actor: binh },
    { command: propose(), actor: lan },
  ],
  'V26-00000004-0': [
    { command: assign('hung'), actor: binh },
    { command: propose(), actor: hung },
    { command: approve(), actor: binh },
  ],
};
const [UNASSIGNED, WITH_HUNG, PROPOSED] = Object.keys(CASES);

let database: TestDatabase;
let investigation: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  investigation = await startTestService(investigationService, {
    databaseUrl: database.url,
    now: OPENED_AT,
  });
  await investigation.knows(organisation);
  for (const [number, steps] of Object.entries(CASES)) {
    const stream = `investigation.case-${number}`;
    const data = { ...opened, case: number };
    await investigation.neighbours.tell(TRIAGE_TOPIC, number, 'CaseOpened', data);
    await investigation.heard(stream, 1);
    for (const { command, actor } of steps)
      await investigation.service.run({
        decider: caseDecider,
        stream,
        command,
        context: askedBy(actor),
      });
  }
  await investigation.caughtUp();
});
afterAll(async () => {
  await investigation.close();
  await database.drop();
});

type View = CaseWorklistQuery['asked']['view'];
const numbersIn = async (view: View) => {
  const query = new CaseWorklistQuery({ view, limit: 25 }, hung);
  const { items } = await new CaseWorklistHandler(investigation.service).execute(query);
  return items.map((item) => item.case);
};

it.each<[View, readonly (string | undefined)[]]>([
  ['open', [UNASSIGNED, WITH_HUNG, PROPOSED]],
  ['unassigned', [UNASSIGNED]],
  ['mine', [WITH_HUNG]],
  ['to-approve', [PROPOSED]],
  ['all', Object.keys(CASES)],
  ['holder-left', []],
  ['overdue', []],
])('the view "%s" shows what it says', async (view, numbers) => {
  expect(await numbersIn(view)).toEqual(numbers);
});

it('a case whose holder no longer verifies in the unit is marked, and listed for a new holder', async () => {
  const post = organisation.find((entry) => entry.kind === 'post' && entry.person === 'hung');
  const yesterday = new Date(Date.parse(OPENED_AT) - 86_400_000).toISOString().slice(0, 10);
  await investigation.knows([{ ...(post as PostEntry), to: yesterday }]);
  expect(await numbersIn('holder-left')).toEqual([WITH_HUNG]);
  const query = new CaseWorklistQuery({ view: 'open', limit: 25 }, binh);
  const { items } = await new CaseWorklistHandler(investigation.service).execute(query);
  expect(items.map(({ case: number, holderLeft }) => [number, holderLeft])).toEqual([
    [UNASSIGNED, undefined],
    [WITH_HUNG, true],
    [PROPOSED, undefined],
  ]);
  const pageOf = (number: string) =>
    new CasePageHandler(investigation.service).execute(new CasePageQuery(number, binh));
  expect(await pageOf(WITH_HUNG!)).toMatchObject({ assignee: { id: 'hung' }, holderLeft: true });
  for (const number of [UNASSIGNED, PROPOSED])
    expect(await pageOf(number!)).not.toHaveProperty('holderLeft');
  const { counts } = await countViews(investigation.service, caseList, CASE_VIEWS, binh);
  expect(counts['holder-left']).toBe(1);
  await investigation.knows([post!]);
  expect(await numbersIn('holder-left')).toEqual([]);
  expect(await pageOf(WITH_HUNG!)).not.toHaveProperty('holderLeft');
});

it('what is late and not yet concluded is overdue', async () => {
  investigation.clock.set(new Date('2026-12-23T17:00:00.000Z'));
  expect(await numbersIn('overdue')).toEqual([UNASSIGNED, WITH_HUNG, PROPOSED]);
});
