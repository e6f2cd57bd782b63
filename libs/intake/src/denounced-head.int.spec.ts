import { TRIAGE_TOPIC } from '@minh-bach/contracts';
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
import { petitionDecider, type RegisterPetition } from './domain/petition.decider.ts';
import { REGISTERED_AT, denunciation, dung, register } from './intake.fixture.ts';
import { IntakeHistoryController } from './intake-history.ts';
import { intakeService } from './intake.service.ts';
import { PetitionPageHandler, PetitionPageQuery } from './petition-page/petition-page.query.ts';

const DECLARED = 'D26-00000021-0';
const CLASSIFIED = 'D26-00000022-0';
const COMPLAINT = 'D26-00000023-0';
const NAMED_LATER = 'D26-00000024-0';
const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
/** The same person, in another role that a post of his has. */
const asReceiver: Actor = { ...binh, role: 'receiver' };

let database: TestDatabase;
let intake: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, {
    databaseUrl: database.url,
    now: REGISTERED_AT,
  });
  await intake.knows(organisation);
  await registered(denunciation, DECLARED);
  await registered(register(), CLASSIFIED);
  await registered(register(), COMPLAINT);
  await registered(register({ ...register().petition, respondentUnit: null }), NAMED_LATER);
  for (const kind of ['complaint', 'denunciation']) {
    const data = { petition: CLASSIFIED, kind };
    await intake.neighbours.writes(`triage.petition-${CLASSIFIED}`, 'PetitionClassified', { kind });
    await intake.neighbours.tell(TRIAGE_TOPIC, CLASSIFIED, 'PetitionClassified', data);
  }
  await intake.heard(`intake.petition-${CLASSIFIED}`, 3);
  // No message has come of it: what stands in the log is enough.
  await intake.neighbours.writes(`triage.petition-${NAMED_LATER}`, 'PetitionClassified', {
    kind: 'denunciation',
    before: 'complaint',
    reason: null,
    respondentUnit: 'HQ-SM',
  });
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

async function registered({ petition: paper }: RegisterPetition, petition: string): Promise<void> {
  await intake.service.run({
    decider: petitionDecider,
    stream: `intake.petition-${petition}`,
    command: register({ ...paper, petition, receiptHash: petition }),
    context: askedBy(dung),
  });
  await intake.caughtUp();
}

const page = (number: string, actor: Actor) =>
  new PetitionPageHandler(intake.service).execute(new PetitionPageQuery(number, actor));
const disclosure = (number: string, actor: Actor) =>
  ask(intake.service, identityDisclosure, number, { purpose: 'contact-sender' }, askedBy(actor));
const history = (number: string, actor: Actor) =>
  new IntakeHistoryController(intake.service).history(number, {}, actor, undefined);

describe.each([
  ['as declared', DECLARED],
  ['as classified', CLASSIFIED],
  ['against a unit that its classification names', NAMED_LATER],
])('a denunciation, %s,', (_, number) => {
  it.each([binh, asReceiver])('is nothing to the head of the denounced unit', async (actor) => {
    for (const open of [page, disclosure, history])
      await expect(open(number, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await intake.events(`intake.disclosures-${number}`)).toEqual([]);
  });
  it('stays open to the desk, without a gist', async () => {
    expect(await page(number, dung)).toMatchObject({ gist: null, respondentUnit: { id: 'HQ-SM' } });
    expect((await history(number, dung)).entries).not.toEqual([]);
  });
});

it('a complaint against his unit stays open to its head', async () => {
  expect((await page(COMPLAINT, binh)).gist).not.toBeNull();
  expect((await disclosure(COMPLAINT, binh)).sender).not.toBeNull();
});
