import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TRIAGE_TOPIC } from '@minh-bach/contracts';
import {
  ask,
  askedBy,
  organisation,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { CASE, OPENED_AT, binh, opened } from '../investigation.fixture.ts';
import { investigationService } from '../investigation.service.ts';
import { assign } from './index.ts';

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

it('a case is given to a verifier of the unit, to nobody else', async () => {
  const assignTo = (assignee: string) =>
    ask(investigation.service, assign, CASE, { assignee, noConflict: true }, askedBy(binh));
  for (const other of ['binh', 'phuc', 'nobody'])
    await expect(assignTo(other)).rejects.toMatchObject({ code: 'ASSIGNEE_CANNOT_VERIFY' });
  expect(await assignTo('hung')).toMatchObject({ revision: 1 });
});

it('T4: a case is given to no verifier whom its petition names, whatever it is called', async () => {
  const { service, neighbours } = investigation;
  const people = [{ tag: await service.shield.tagOf('hung'), on: '2026-11-02' }];
  const named = { respondentUnit: null, respondents: { units: [], people }, reason: null };
  await neighbours.writes(`triage.petition-${opened.petitions[0]}`, 'RespondentsCorrected', named);
  await expect(
    ask(service, assign, CASE, { assignee: 'hung', noConflict: true }, askedBy(binh)),
  ).rejects.toMatchObject({ code: 'ASSIGNEE_CANNOT_VERIFY' });
});

it('T4: nor by a deputy head whom its petition names; its head decides it, though named', async () => {
  const { service, neighbours } = investigation;
  await investigation.knows([post('cuc', 'HQ-SM', ['head'], { from: '2025-04-01' })]);
  const tags = await Promise.all(['binh', 'cuc'].map((who) => service.shield.tagOf(who)));
  const people = tags.map((tag) => ({ tag, on: '2026-11-02' }));
  const named = { respondentUnit: null, respondents: { units: [], people }, reason: null };
  await neighbours.writes(`triage.petition-${opened.petitions[0]}`, 'RespondentsCorrected', named);
  const assigns = (person: string) =>
    ask(
      service,
      assign,
      CASE,
      { assignee: 'phuc', noConflict: true },
      askedBy({ ...binh, person }),
    );
  await expect(assigns('cuc')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(assigns('binh')).rejects.toMatchObject({ code: 'ASSIGNEE_CANNOT_VERIFY' });
});
