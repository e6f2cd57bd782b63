import {
  INVESTIGATION_TOPIC,
  RESPONSE_TOPIC,
  TRIAGE_TOPIC,
  type DisclosurePurpose,
  type Topic,
} from '@minh-bach/contracts';
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
import { identityDisclosure } from './disclose-identity/disclose-identity.ts';
import { petitionDecider } from './domain/petition.decider.ts';
import { IntakeHistoryController } from './intake-history.ts';
import { PETITION, REGISTERED_AT, dung, paper, register } from './intake.fixture.ts';
import { intakeService } from './intake.service.ts';
import { PetitionPageHandler, PetitionPageQuery } from './petition-page/petition-page.query.ts';

const CASE = 'V26-10203040-9';
const STREAM = `intake.petition-${PETITION}`;
const hung: Actor = { person: 'hung', role: 'verifier', unit: 'HQ-SM' };
const phuc: Actor = { person: 'phuc', role: 'clerk', unit: 'HQ-SM' };
const elsewhere: Actor = { person: 'nam', role: 'verifier', unit: 'HQ-DG' };
const IDENTITY = [...Object.values(paper.sender), paper.file!.name, paper.file!.key].filter(
  (text) => text !== null,
);
const NOT_FOUND = { code: 'NOT_FOUND' };
const SENDING: DisclosurePurpose = 'prepare-decision';

let database: TestDatabase;
let intake: TestService;
let events = 1;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows(organisation);
  await intake.service.run({
    decider: petitionDecider,
    stream: STREAM,
    command: register(),
    context: askedBy(dung),
  });
  await intake.caughtUp();
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

async function told(topic: Topic, type: string, data: object): Promise<void> {
  await intake.neighbours.tell(topic, PETITION, type, data);
  await intake.heard(STREAM, (events += 1));
}
const ofCase = { case: CASE, petitions: [PETITION] };
const opened = {
  ...ofCase,
  kind: 'complaint',
  instance: 1,
  competentUnit: 'HQ-SM',
  respondentUnit: 'HQ-SM',
  receivedOn: '2026-11-18',
  acceptedOn: '2026-11-20',
  gist: paper.gist,
};
const concluded = {
  ...ofCase,
  kind: 'complaint',
  unit: 'HQ-SM',
  conclusion: 'upheld',
  instance: 1,
  receivedOn: '2026-11-18',
  concludedOn: '2026-11-20',
  gist: paper.gist,
};
/** Triage says it in its own stream, by which the words are kept, and tells of it by a message. */
async function classified(kind: string): Promise<void> {
  await intake.neighbours.writes(`triage.petition-${PETITION}`, 'PetitionClassified', { kind });
  await told(TRIAGE_TOPIC, 'PetitionClassified', { petition: PETITION, kind });
}

const page = (actor: Actor, number = PETITION) =>
  new PetitionPageHandler(intake.service).execute(new PetitionPageQuery(number, actor));
const history = (actor: Actor, number = PETITION) =>
  new IntakeHistoryController(intake.service).history(number, {}, actor, undefined);
const disclose = (actor: Actor, purpose: DisclosurePurpose = SENDING) =>
  ask(intake.service, identityDisclosure, PETITION, { purpose }, askedBy(actor));
const disclosures = () => intake.events(`intake.disclosures-${PETITION}`);

async function expectNothing(...actors: Actor[]): Promise<void> {
  for (const actor of actors)
    for (const open of [page, history]) await expect(open(actor)).rejects.toMatchObject(NOT_FOUND);
}
const expectNothingToSend = () => expect(disclose(phuc)).rejects.toMatchObject(NOT_FOUND);

describe('before it is accepted, a petition', () => {
  it('is nothing to who will work on its case', async () => {
    await expectNothing(hung, phuc);
    await classified('feedback');
    await expectNothing(hung, phuc);
    await expectNothingToSend();
  });
});

describe('once it is accepted, a petition', () => {
  beforeAll(() => told(TRIAGE_TOPIC, 'CaseOpened', opened));

  it.each([hung, phuc])(
    'shows verifier and clerk its working text, by either number',
    async (actor) => {
      for (const number of [PETITION, CASE]) {
        expect(await page(actor, number)).toMatchObject({
          number: PETITION,
          case: CASE,
          gist: paper.gist,
          summary: paper.summary,
        });
        expect((await history(actor, number)).entries).not.toEqual([]);
      }
    },
  );
  it.each([hung, phuc])(
    'shows them nothing of who sent it, and no name or key of the scan',
    async (actor) => {
      const shown = JSON.stringify([await page(actor), await history(actor)]);
      for (const secret of IDENTITY) expect(shown).not.toContain(secret);
      expect(Object.keys((await page(actor)).file ?? {}).sort()).toEqual(['hash', 'size', 'type']);
    },
  );
  it('stays nothing to another unit', () => expectNothing(elsewhere));
  it('has nothing to send yet', expectNothingToSend);
});

describe('once there is an answer, a clerk', () => {
  beforeAll(() => told(INVESTIGATION_TOPIC, 'CaseConcluded', concluded));

  it.each(['contact-sender', 'verify-identity', 'supervise'] as const)(
    'opens nothing in order to %s',
    async (purpose) => {
      await expect(disclose(phuc, purpose)).rejects.toMatchObject({ code: 'ACTION_FORBIDDEN' });
      expect(await disclosures()).toEqual([]);
    },
  );
  it('is told to whom it goes and where, and nothing else, on the record', async () => {
    expect(await disclose(phuc)).toEqual({
      sender: paper.sender,
      senderBefore: null,
      statement: null,
      fileName: null,
    });
    expect(await disclosures()).toMatchObject([
      { event: { data: { purpose: SENDING, fields: [{ path: '/sender' }] } } },
    ]);
  });
  it('of another unit is told nothing', async () => {
    for (const unit of ['HQ-DG', 'KV-MH'])
      await expect(disclose({ ...phuc, unit })).rejects.toMatchObject(NOT_FOUND);
  });
  it('is told it while the decision is on its way, and not once the case is closed', async () => {
    await told(RESPONSE_TOPIC, 'DecisionSent', { ...ofCase, sentOn: '2026-11-20' });
    expect((await disclose(phuc)).sender).toEqual(paper.sender);
    await told(RESPONSE_TOPIC, 'CaseClosed', { ...ofCase, on: '2026-11-20' });
    await expectNothingToSend();
    expect(await page(phuc)).toMatchObject({ state: 'closed', summary: paper.summary });
  });
});

describe('what is found to be a denunciation', () => {
  it('is nothing to verifier and clerk, accepted and answered though it was', async () => {
    await classified('denunciation');
    await told(INVESTIGATION_TOPIC, 'CaseConcluded', { ...concluded, kind: 'denunciation' });
    await expectNothing(hung, phuc);
    await expectNothingToSend();
    expect(await page(dung)).toMatchObject({ state: 'concluded', gist: null, summary: null });
  });
  it('T28: and is called a complaint after all, stays closed to them', async () => {
    await classified('complaint');
    await expectNothing(hung, phuc);
    expect(await page(dung)).toMatchObject({ gist: null, summary: null });
  });
});
