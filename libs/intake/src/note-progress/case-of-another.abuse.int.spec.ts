import { INVESTIGATION_TOPIC, RESPONSE_TOPIC, TRIAGE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, eventually, type TestDatabase } from '@minh-bach/testing';
import { petitionDecider } from '../domain/petition.decider.ts';
import { PETITION, REGISTERED_AT, dung, paper, register } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { PetitionPageHandler, PetitionPageQuery } from '../petition-page/petition-page.query.ts';

const CASE = 'V26-10203040-9';
const OTHER = 'V26-48301725-1';
const STREAM = `intake.petition-${PETITION}`;
const hung: Actor = { person: 'hung', role: 'verifier', unit: 'HQ-SM' };
const NOT_FOUND = { code: 'NOT_FOUND' };

let database: TestDatabase;
let intake: TestService;

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

const closes = (number: string) =>
  intake.neighbours.tell(RESPONSE_TOPIC, number, 'CaseClosed', {
    ...{ case: number, petitions: [PETITION], on: '2026-11-20' },
  });
const page = (actor: Actor, number = PETITION) =>
  new PetitionPageHandler(intake.service).execute(new PetitionPageQuery(number, actor));
const isHeld = (about: string, state: string, reason: string) =>
  eventually(async () => {
    const { stuck } = await intake.service.operations.held();
    expect(stuck.find(({ stream }) => stream.endsWith(about))).toMatchObject({ state, reason });
  });

describe('T8: a service that tells of a case which triage did not open for the petition', () => {
  it('ends no petition that has no case, and opens it to nobody', async () => {
    await closes(OTHER);
    await isHeld(OTHER, 'waiting', 'NOT_YET');
    expect(await page(dung)).toMatchObject({ state: 'received', case: null });
    for (const number of [PETITION, OTHER])
      await expect(page(hung, number)).rejects.toMatchObject(NOT_FOUND);
  });

  it('ends none that has another case, and is shown to operators', async () => {
    await intake.neighbours.tell(TRIAGE_TOPIC, PETITION, 'CaseOpened', {
      ...{ case: CASE, petitions: [PETITION], kind: 'complaint', instance: 1, gist: paper.gist },
      ...{ competentUnit: 'HQ-SM', respondentUnit: 'HQ-SM' },
      ...{ receivedOn: '2026-11-18', acceptedOn: '2026-11-20' },
    });
    await intake.heard(STREAM, 2);
    await isHeld(OTHER, 'parked', 'CASE_OF_ANOTHER_PETITION');
    expect(await page(dung)).toMatchObject({ state: 'accepted', case: CASE });
    await expect(page(hung, OTHER)).rejects.toMatchObject(NOT_FOUND);
  });

  it('does not say what the petition is: triage alone does', async () => {
    await intake.neighbours.tell(INVESTIGATION_TOPIC, CASE, 'CaseConcluded', {
      ...{ case: CASE, petitions: [PETITION], kind: 'feedback', unit: 'HQ-SM', instance: 1 },
      ...{ conclusion: 'upheld', receivedOn: '2026-11-18', concludedOn: '2026-11-20' },
      gist: paper.gist,
    });
    await intake.heard(STREAM, 3);
    const last = (await intake.events(STREAM)).at(-1)?.event;
    expect(last).toMatchObject({ type: 'ProgressNoted', data: { state: 'concluded' } });
    expect(last?.data).not.toHaveProperty('kind');
  });

  it('is believed of the case that is', async () => {
    await closes(CASE);
    await intake.heard(STREAM, 4);
    expect(await page(dung)).toMatchObject({ state: 'closed', case: CASE });
  });
});
