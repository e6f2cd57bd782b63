import {
  INTAKE_TOPIC,
  type BodyOf,
  type PetitionReceivedV1,
  type classifyPetition,
} from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  expectRebuildsEqualLive,
  ask,
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { classification } from '../commands/index.ts';
import { TriagePageHandler, TriagePageQuery } from '../petition-page/petition-page.query.ts';
import { REGISTERED_AT, giang, received } from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';
import {
  TriageWorklistHandler,
  TriageWorklistQuery,
} from '../triage-worklist/triage-worklist.query.ts';

const COMPLAINT = 'D26-00000031-0';
const DENOUNCED = 'D26-00000032-0';
const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };

let database: TestDatabase;
let triage: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, {
    databaseUrl: database.url,
    now: REGISTERED_AT,
  });
  await triage.knows(organisation);
  await tell(COMPLAINT, {});
  await tell(DENOUNCED, { declaredKind: 'denunciation', gist: null });
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

async function tell(petition: string, over: Partial<PetitionReceivedV1>): Promise<void> {
  const data = { ...received, respondentUnit: null, ...over, petition };
  await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', data);
  await triage.heard(`triage.petition-${petition}`, 1);
}

async function classify(
  number: string,
  body: Partial<BodyOf<typeof classifyPetition>>,
): Promise<void> {
  const asked = { kind: 'complaint' as const, reason: null, ...body };
  await ask(triage.service, classification, number, asked, askedBy(giang));
  await triage.caughtUp();
}

const page = (number: string, actor = giang) =>
  new TriagePageHandler(triage.service).execute(new TriagePageQuery(number, actor));
const worklist = async (actor: Actor) => {
  const query = new TriageWorklistQuery({ view: 'open', limit: 20 }, actor);
  const { items } = await new TriageWorklistHandler(triage.service).execute(query);
  return items.map(({ number }) => number).sort();
};

describe('the unit complained of, which the registration left open', () => {
  it('is one that there is', async () => {
    await expect(classify(COMPLAINT, { respondentUnit: 'HQ-XX' })).rejects.toMatchObject({
      code: 'RESPONDENT_UNKNOWN',
    });
  });

  it('once named is on the page, and who is competent is proposed from it', async () => {
    expect(await page(COMPLAINT)).toMatchObject({
      respondentUnit: null,
      respondentRegistered: false,
      proposal: { jurisdiction: null },
    });
    await classify(COMPLAINT, { respondentUnit: 'HQ-SM' });
    expect(await page(COMPLAINT)).toMatchObject({
      respondentUnit: { id: 'HQ-SM' },
      proposal: { jurisdiction: { unit: { id: 'HQ-SM' } } },
    });
  });

  it('T27: hides a denunciation from its head, before and after', async () => {
    expect(await worklist(binh)).toEqual([COMPLAINT]);
    await classify(DENOUNCED, { kind: 'denunciation', respondentUnit: 'HQ-SM' });
    expect(await worklist(binh)).toEqual([COMPLAINT]);
    await expect(page(DENOUNCED, binh)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await worklist(giang)).toEqual([COMPLAINT, DENOUNCED]);
  });

  it('stands in rows that a rebuild makes the same', async () => {
    await expectRebuildsEqualLive(triage.service);
  });
});
