import { INVESTIGATION_TOPIC, TRIAGE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  namesPeople,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { petitionDecider } from '../domain/petition.decider.ts';
import { PETITION, REGISTERED_AT, dung, paper, register } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { identityDisclosure, scanDisclosure } from './disclose-identity.ts';

const STREAM = `intake.petition-${PETITION}`;
const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
const cucForBinh: Actor = { person: 'cuc', role: 'head', unit: 'HQ-SM', deputyFor: 'binh' };
const phuc: Actor = { person: 'phuc', role: 'clerk', unit: 'HQ-SM' };
const son: Actor = { person: 'son', role: 'clerk', unit: 'KV-MH' };
const notFound = { code: 'NOT_FOUND' };

let database: TestDatabase;
let intake: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows([...organisation, person('son'), post('son', 'KV-MH', ['clerk'])]);
  await intake.service.run({
    decider: petitionDecider,
    stream: STREAM,
    command: register(),
    context: askedBy(dung),
  });
  await intake.caughtUp();
  const ofCase = { case: 'V26-10203040-9', petitions: [PETITION], kind: 'complaint' } as const;
  const { respondentUnit, receivedOn, gist } = paper;
  await intake.neighbours.tell(TRIAGE_TOPIC, PETITION, 'CaseOpened', {
    ...ofCase,
    ...{ instance: 1, competentUnit: 'HQ-SM', respondentUnit, receivedOn, gist },
    acceptedOn: '2026-11-20',
  });
  await intake.heard(STREAM, 2);
  await intake.neighbours.tell(INVESTIGATION_TOPIC, PETITION, 'CaseConcluded', {
    ...ofCase,
    ...{ instance: 1, unit: 'HQ-SM', conclusion: 'upheld', receivedOn, gist },
    concludedOn: '2026-11-20',
  });
  await intake.heard(STREAM, 3);
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

const opens = (actor: Actor, number = PETITION) => {
  const purpose = actor.role === 'clerk' ? 'prepare-decision' : 'verify-identity';
  return ask(intake.service, identityDisclosure, number, { purpose }, askedBy(actor));
};
const opensScan = (actor: Actor) => {
  const body = { purpose: 'verify-identity', original: false } as const;
  return ask(intake.service, scanDisclosure, PETITION, body, askedBy(actor));
};
const disclosed = async () => (await intake.events(`intake.disclosures-${PETITION}`)).length;

describe('T4: who sent a petition, for people whom it does not name', () => {
  it('is told to the clerk of its unit, and to no clerk above', async () => {
    expect((await opens(phuc)).sender).toEqual(paper.sender);
    await expect(opens(son)).rejects.toMatchObject(notFound);
  });

  it('is told to its head', async () => {
    expect((await opens(binh)).sender).toEqual(paper.sender);
  });
});

describe('T4: who sent a complaint, for people whom it names', () => {
  it('is told to none of them, from the event on that names them', async () => {
    const before = await disclosed();
    await namesPeople(intake, PETITION, ['binh', 'dung', 'phuc']);
    for (const actor of [binh, cucForBinh, dung, phuc])
      await expect(opens(actor)).rejects.toMatchObject(notFound);
    for (const actor of [binh, dung])
      await expect(opensScan(actor)).rejects.toMatchObject(notFound);
    expect(await disclosed()).toBe(before);
  });

  it('is told to the clerk above, who sends the answer where it names each clerk below', async () => {
    expect((await opens(son)).sender).toEqual(paper.sender);
  });
});

describe('T4: who sent a petition that is or was merged with one that names somebody', () => {
  const [MERGED, HELD, BY_ANOTHER] = ['D26-00000081-0', 'D26-00000082-0', 'D26-00000083-0'];
  beforeAll(async () => {
    for (const petition of [MERGED, HELD, BY_ANOTHER]) {
      await intake.service.run({
        decider: petitionDecider,
        stream: `intake.petition-${petition}`,
        command: register({ petition, receiptHash: petition.padEnd(43, 'x') }),
        context: askedBy(dung),
      });
    }
    await intake.caughtUp();
    for (const petition of [MERGED, HELD, BY_ANOTHER]) await opens(binh, petition);
  });
  const writes = (petition: string, type: string, data: object) =>
    intake.neighbours.writes(`triage.petition-${petition}`, type, data);

  it('is told to none of them either, nor to whoever acts for one; nor after it came apart', async () => {
    await writes(MERGED, 'PetitionMerged', { into: PETITION });
    await writes(HELD, 'DuplicateTakenIn', { other: MERGED });
    await writes(BY_ANOTHER, 'PetitionMerged', { into: HELD });
    for (const petition of [MERGED, HELD, BY_ANOTHER])
      for (const actor of [binh, cucForBinh, dung])
        await expect(opens(actor, petition)).rejects.toMatchObject(notFound);
    await writes(MERGED, 'PetitionUnmerged', { from: PETITION, back: 'taken' });
    await expect(opens(binh, MERGED)).rejects.toMatchObject(notFound);
  });
});
