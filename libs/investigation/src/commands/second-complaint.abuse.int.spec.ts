import { TRIAGE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { CasePageHandler, CasePageQuery } from '../case-page/case-page.query.ts';
import { does } from '../does.fixture.ts';
import { CASE, OPENED_AT, approve, assign, opened, propose } from '../investigation.fixture.ts';
import { investigationService } from '../investigation.service.ts';

/** He headed the post that is complained of, and heads the unit above now; she always did. */
const promoted: Actor = { person: 'binh', role: 'head', unit: 'KV-MH' };
const forKhanh: Actor = { ...promoted, deputyFor: 'khanh' };
const khanh: Actor = { ...promoted, person: 'khanh' };
const lan: Actor = { person: 'lan', role: 'verifier', unit: 'KV-MH' };
const notFound = { code: 'NOT_FOUND' };

let database: TestDatabase;
let investigation: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  const settings = { databaseUrl: database.url, now: OPENED_AT };
  investigation = await startTestService(investigationService, settings);
  await investigation.knows([
    ...organisation,
    person('lan'),
    post('lan', 'KV-MH', ['verifier']),
    post('binh', 'KV-MH', ['head', 'verifier'], { from: '2026-11-01' }),
  ]);
  const second = { ...opened, instance: 2, competentUnit: 'KV-MH' } as const;
  await investigation.neighbours.tell(TRIAGE_TOPIC, CASE, 'CaseOpened', second);
  await investigation.heard(`investigation.case-${CASE}`, 1);
});
afterAll(async () => {
  await investigation.close();
  await database.drop();
});

it('T11, COI6: a second complaint is investigated and approved by nobody who may have resolved the first', async () => {
  for (const actor of [promoted, forKhanh])
    await expect(does(investigation, actor, assign('lan'))).rejects.toMatchObject(notFound);
  await expect(does(investigation, khanh, assign('binh'))).rejects.toMatchObject({
    code: 'ASSIGNEE_CANNOT_VERIFY',
  });
  await does(investigation, khanh, assign('lan'));
  await does(investigation, lan, propose());
  for (const actor of [promoted, forKhanh]) {
    await expect(does(investigation, actor, approve())).rejects.toMatchObject(notFound);
    const page = new CasePageQuery(CASE, actor);
    expect((await new CasePageHandler(investigation.service).execute(page)).isKept).toBe(true);
  }
  await does(investigation, khanh, approve());
});
