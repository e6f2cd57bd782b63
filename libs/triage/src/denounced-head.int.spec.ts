import { INTAKE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { classification, note, settlement } from './commands/index.ts';
import { TriagePageHandler, TriagePageQuery } from './petition-page/petition-page.query.ts';
import { REGISTERED_AT, giang, received } from './triage.fixture.ts';
import { TriageHistoryController } from './triage-history.ts';
import { triageService } from './triage.service.ts';
import {
  TriageWorklistHandler,
  TriageWorklistQuery,
} from './triage-worklist/triage-worklist.query.ts';

const DENOUNCED = 'D26-00000021-0';
const OTHERS = 'D26-00000022-0';
const COMPLAINT = 'D26-00000023-0';
const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
/** The same person, in another role that a post of his has. */
const asClassifier: Actor = { ...binh, role: 'classifier' };
const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };

let database: TestDatabase;
let triage: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, {
    databaseUrl: database.url,
    now: REGISTERED_AT,
  });
  await triage.knows(organisation);
  await tell(DENOUNCED, { declaredKind: 'denunciation', gist: null });
  await tell(OTHERS, { declaredKind: 'denunciation', gist: null, respondentUnit: null });
  await tell(COMPLAINT, {});
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

async function tell(petition: string, over: object): Promise<void> {
  const data = { ...received, ...over, petition };
  await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', data);
  await triage.heard(`triage.petition-${petition}`, 1);
}

const page = (number: string, actor: Actor) =>
  new TriagePageHandler(triage.service).execute(new TriagePageQuery(number, actor));
const history = (number: string, actor: Actor) =>
  new TriageHistoryController(triage.service).history(number, {}, actor, undefined);
const worklist = async (actor: Actor) => {
  const asked = { view: 'open', limit: 20 } as const;
  const query = new TriageWorklistQuery(asked, actor);
  const { items, total } = await new TriageWorklistHandler(triage.service).execute(query);
  expect(total).toBe(items.length);
  return items.map(({ number }) => number).sort();
};
const notFound = { code: 'NOT_FOUND' };

describe.each([
  ['the head of the denounced unit', binh],
  ['that head in another role', asClassifier],
])('a denunciation is nothing to %s', (_, actor) => {
  it('on its page, in the history and in the worklist', async () => {
    await expect(page(DENOUNCED, actor)).rejects.toMatchObject(notFound);
    await expect(history(DENOUNCED, actor)).rejects.toMatchObject(notFound);
    // Of one that names nobody, the head may be the respondent.
    expect(await worklist(actor)).toEqual([COMPLAINT]);
  });

  it('to decide on', async () => {
    const context = askedBy(actor);
    const reason = 'x';
    const settled = { outcome: 'filed', competentBody: null, reason } as const;
    const { service } = triage;
    for (const decide of [
      () => ask(service, classification, DENOUNCED, { kind: 'feedback', reason }, context),
      () => ask(service, settlement, DENOUNCED, settled, context),
      () => ask(service, note, DENOUNCED, { text: 'x' }, context),
    ])
      await expect(decide()).rejects.toMatchObject(notFound);
  });
});

it.each([
  ['the classifier of the post', giang],
  ['the head above', khanh],
])('a denunciation stays open to %s', async (_, actor) => {
  expect(await page(DENOUNCED, actor)).toMatchObject({ kind: 'denunciation' });
  expect((await history(DENOUNCED, actor)).entries).not.toEqual([]);
  expect(await worklist(actor)).toEqual([DENOUNCED, OTHERS, COMPLAINT]);
});

it('a complaint against his unit stays open to its head', async () => {
  expect(await page(COMPLAINT, binh)).toMatchObject({ kind: 'complaint' });
  expect((await history(COMPLAINT, binh)).entries).not.toEqual([]);
});
