import { INVESTIGATION_TOPIC, type CaseConcludedV1 } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  deputy,
  namesPeople,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { issue as issueUseCase, send as sendUseCase } from './commands.ts';
import { CASE, PETITION, TODAY, binh, concluded, issue, phuc, send } from './response.fixture.ts';
import { ResponsePageHandler, ResponsePageQuery } from './response-page/response-page.query.ts';
import { responseService } from './response.service.ts';

const SECOND = 'V26-10203041-9';
const ITS_PETITION = 'D26-48301726-4';
const son: Actor = { person: 'son', role: 'clerk', unit: 'KV-MH' };
const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };
const cucForBinh: Actor = { person: 'cuc', role: 'head', unit: 'HQ-SM', deputyFor: 'binh' };
const notFound = { code: 'NOT_FOUND' };

let database: TestDatabase;
let response: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  response = await startTestService(responseService, { databaseUrl: database.url, now: TODAY });
  await response.knows([
    ...organisation,
    person('son'),
    post('son', 'KV-MH', ['clerk']),
    deputy('cuc', 'hq-sm.binh', '2026-11-01', '2026-12-31'),
  ]);
  await conclude({});
  await conclude({ case: SECOND, petitions: [ITS_PETITION], instance: 2 });
});
afterAll(async () => {
  await response.close();
  await database.drop();
});

async function conclude(over: Partial<CaseConcludedV1>): Promise<void> {
  const data = { ...concluded, ...over };
  await response.neighbours.tell(INVESTIGATION_TOPIC, data.case, 'CaseConcluded', data);
  await response.heard(`response.case-${data.case}`, 1);
}
const named = (petition: string, ...who: string[]) => namesPeople(response, petition, who);
const issued = (actor: Actor, number = CASE) =>
  ask(response.service, issueUseCase, number, issue({ signer: actor.person }), askedBy(actor));
const isKept = async (actor: Actor) => {
  const query = new ResponsePageQuery(CASE, actor);
  return (await new ResponsePageHandler(response.service).execute(query)).isKept;
};
const sent = (actor: Actor) => ask(response.service, sendUseCase, CASE, send(), askedBy(actor));

describe('T4: a person whom the petition names', () => {
  it('issues no decision as the head’s deputy; the head does, of a first complaint that names them', async () => {
    await named(PETITION, 'cuc', 'binh', 'phuc');
    await expect(issued(cucForBinh)).rejects.toMatchObject(notFound);
    await issued(binh);
  });

  it('is told by the page that nothing is theirs to do; the head of a first complaint is not', async () => {
    for (const actor of [cucForBinh, phuc]) expect(await isKept(actor)).toBe(true);
    for (const actor of [binh, son]) expect(await isKept(actor)).toBe(false);
  });

  it('sends none: the clerk of the unit above does, where nobody else is left', async () => {
    await expect(sent(phuc)).rejects.toMatchObject(notFound);
    await sent(son);
  });

  it('issues none of a second complaint as its head: the head above does', async () => {
    await named(ITS_PETITION, 'binh');
    await expect(issued(binh, SECOND)).rejects.toMatchObject(notFound);
    await issued(khanh, SECOND);
  });
});

describe('T11, COI6: the decision of a second complaint', () => {
  const [number, petition] = ['V26-10203042-7', 'D26-48301727-0'];
  const promoted: Actor = { person: 'binh', role: 'head', unit: 'KV-MH' };

  it('is neither issued nor signed by who headed the unit complained of', async () => {
    await response.knows([post('binh', 'KV-MH', ['head'], { from: '2026-11-01' })]);
    await conclude({ case: number, petitions: [petition], instance: 2, unit: 'KV-MH' });
    const data = { respondentUnit: 'HQ-SM', reason: null };
    await response.neighbours.writes(`triage.petition-${petition}`, 'RespondentsCorrected', data);
    for (const actor of [promoted, { ...promoted, deputyFor: 'khanh' }])
      await expect(issued(actor, number)).rejects.toMatchObject(notFound);
    const signedBy = (signer: string) =>
      ask(response.service, issueUseCase, number, issue({ signer }), askedBy(khanh));
    await expect(signedBy('binh')).rejects.toMatchObject({ code: 'SIGNER_CANNOT_SIGN' });
    await signedBy('khanh');
  });

  it('is neither issued nor signed by who approved the first, which had gone up; that one they issue', async () => {
    const [first, its] = ['V26-10203043-5', 'D26-48301728-9'];
    await conclude({ case: first, petitions: [its], approvedBy: 'khanh' });
    const data = { respondentUnit: 'HQ-DG', reason: null };
    const tag = await response.service.shield.tagOf('binh');
    const respondents = { units: [], people: [{ tag, on: '2026-11-02' }] };
    const corrected = { ...data, respondents };
    await response.neighbours.writes(`triage.petition-${its}`, 'RespondentsCorrected', corrected);
    const approved = { petitions: [its], instance: 1, unit: 'HQ-SM', approvedBy: 'khanh' };
    const stream = `investigation.case-${first}`;
    await response.neighbours.writes(stream, 'ConclusionApproved', approved, khanh);
    await response.caughtUp();
    await issued(khanh, first);

    const [number, petition] = ['V26-10203044-3', 'D26-48301729-7'];
    await conclude({ case: number, petitions: [petition], instance: 2, unit: 'KV-MH' });
    await response.neighbours.writes(`triage.petition-${petition}`, 'RespondentsCorrected', data);
    await response.caughtUp();
    const an: Actor = { person: 'an', role: 'head', unit: 'CHQ' };
    await expect(issued(khanh, number)).rejects.toMatchObject(notFound);
    const signedBy = (signer: string) =>
      ask(response.service, issueUseCase, number, issue({ signer }), askedBy(an));
    await expect(signedBy('khanh')).rejects.toMatchObject({ code: 'SIGNER_CANNOT_SIGN' });
    await signedBy('an');
  });
});

describe('T4: the only clerk, who deputised for a person whom a complaint names', () => {
  it('sends nothing, as intake shows them no sender: the clerk above does', async () => {
    const [number, petition] = ['V26-10203045-1', 'D26-48301730-0'];
    await response.knows([deputy('phuc', 'hq-sm.hung', TODAY.slice(0, 10), TODAY.slice(0, 10))]);
    await conclude({ case: number, petitions: [petition] });
    await named(petition, 'hung');
    await issued(binh, number);
    const sends = (actor: Actor) =>
      ask(response.service, sendUseCase, number, send(), askedBy(actor));
    await expect(sends(phuc)).rejects.toMatchObject(notFound);
    await sends(son);
  });
});
