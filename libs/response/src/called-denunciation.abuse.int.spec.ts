import { INVESTIGATION_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  deputy,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { issue as issueUseCase, send as sendUseCase } from './commands.ts';
import { CASE, PETITION, TODAY, concluded, issue, send } from './response.fixture.ts';
import { ResponsePageHandler, ResponsePageQuery } from './response-page/response-page.query.ts';
import {
  ResponseWorklistHandler,
  ResponseWorklistQuery,
} from './response-worklist/response-worklist.query.ts';
import { responseService } from './response.service.ts';

const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
const phuc: Actor = { person: 'phuc', role: 'clerk', unit: 'HQ-SM' };
const son: Actor = { person: 'son', role: 'clerk', unit: 'KV-MH' };
const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };

let database: TestDatabase;
let response: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  response = await startTestService(responseService, { databaseUrl: database.url, now: TODAY });
  await response.knows([...organisation, person('son'), post('son', 'KV-MH', ['clerk'])]);
  await response.neighbours.tell(INVESTIGATION_TOPIC, CASE, 'CaseConcluded', concluded);
  await response.heard(`response.case-${CASE}`, 1);
});
afterAll(async () => {
  await response.close();
  await database.drop();
});

const page = (actor: Actor) =>
  new ResponsePageHandler(response.service).execute(new ResponsePageQuery(CASE, actor));
const listed = async (actor: Actor) => {
  const query = new ResponseWorklistQuery({ view: 'all', limit: 20 }, actor);
  return (await new ResponseWorklistHandler(response.service).execute(query)).items;
};
const issued = (actor: Actor) => ask(response.service, issueUseCase, CASE, issue(), askedBy(actor));

describe('T27: the answer to a complaint that is called a denunciation after it was accepted', () => {
  it('is the head’s own to see before', async () => {
    expect(await page(binh)).toMatchObject({ case: CASE });
    expect(await listed(binh)).toMatchObject([{ case: CASE, gist: concluded.gist }]);
  });

  it('is nothing to the head from the event on, without a message', async () => {
    await response.neighbours.writes(`triage.petition-${PETITION}`, 'PetitionClassified', {
      kind: 'denunciation',
      before: 'complaint',
      decided: 'accepted',
      reason: null,
      respondentUnit: 'HQ-SM',
    });
    for (const open of [page, issued])
      await expect(open(binh)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await listed(binh)).toEqual([]);
  });

  it('stays with the others, without the word that told of the petition', async () => {
    expect(await page(khanh)).toMatchObject({ case: CASE, state: 'requested' });
    expect(await listed(khanh)).toMatchObject([{ case: CASE, gist: null }]);
  });

  it('T29: is sent from above, once its head has made the unit’s clerk a respondent too', async () => {
    const body = issue({ signer: 'khanh' });
    await ask(response.service, issueUseCase, CASE, body, askedBy(khanh));
    const sent = (actor: Actor) => ask(response.service, sendUseCase, CASE, send(), askedBy(actor));
    expect(await page(khanh)).toMatchObject({ sentFrom: { id: 'HQ-SM' } });
    await expect(sent(son)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await response.knows([deputy('phuc', 'hq-sm.binh', '2026-01-01', '2026-02-01')]);
    await expect(sent(phuc)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await page(khanh)).toMatchObject({ sentFrom: { id: 'KV-MH' } });
    await sent(son);
    expect(await page(son)).toMatchObject({ state: 'sent' });
  });
});
