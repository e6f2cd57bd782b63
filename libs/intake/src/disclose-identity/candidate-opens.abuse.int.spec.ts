import { INVESTIGATION_TOPIC, TRIAGE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
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
const desk = (id: string): Actor => ({ person: id, role: 'receiver', unit: 'HQ-SM' });
/** All of them receive in HQ-SM, and verify: there, in the unit above, in another post. */
const [eve, above, elsewhere] = [desk('eve'), desk('lan'), desk('nam')];
const eveForBinh: Actor = { person: 'eve', role: 'head', unit: 'HQ-SM', deputyFor: 'binh' };
const binhForEve: Actor = { ...eve, person: 'phuc', deputyFor: 'eve' };
const refused = { code: 'VERIFIERS_OPEN_NOTHING' };
const open = { sender: paper.sender };

let database: TestDatabase;
let intake: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows([
    ...organisation,
    ...['dung', 'eve', 'lan', 'nam'].map((id) => person(id)),
    ...['dung', 'eve', 'lan', 'nam'].map((id) => post(id, 'HQ-SM', ['receiver'])),
    { ...post('eve', 'HQ-SM', ['verifier']), id: 'hq-sm.eve-v' },
    post('lan', 'KV-MH', ['verifier']),
    post('nam', 'HQ-DG', ['verifier']),
  ]);
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

const opens = (actor: Actor) =>
  ask(intake.service, identityDisclosure, PETITION, { purpose: 'verify-identity' }, askedBy(actor));
const opensScan = (actor: Actor) => {
  const body = { purpose: 'verify-identity', original: false } as const;
  return ask(intake.service, scanDisclosure, PETITION, body, askedBy(actor));
};

describe('T3: who may be given the case to verify', () => {
  it('opens neither who sent it nor the scan before, in no other post and for nobody', async () => {
    for (const actor of [eve, eveForBinh, binhForEve, above])
      for (const asks of [opens, opensScan])
        await expect(asks(actor)).rejects.toMatchObject(refused);
    expect(await intake.events(`intake.disclosures-${PETITION}`)).toEqual([]);
  });

  it('is nobody who verifies in another unit alone, nor who verifies nowhere', async () => {
    for (const actor of [elsewhere, dung]) expect(await opens(actor)).toMatchObject(open);
  });

  it('opens it where nobody else of the unit may', async () => {
    const ended = { to: '2026-11-01' };
    const others = ['dung', 'nam'].map((id) => post(id, 'HQ-SM', ['receiver'], ended));
    const head = (over: object) => post('binh', 'HQ-SM', ['head'], { leads: true, ...over });
    await intake.knows([...others, head(ended)]);
    expect(await opens(eve)).toMatchObject(open);
    await intake.knows([head({})]);
    await expect(opens(eve)).rejects.toMatchObject(refused);
  });

  it('opens it once the case has its conclusion, by another person', async () => {
    const { respondentUnit, receivedOn, gist } = paper;
    const told = { case: 'V26-10203040-9', petitions: [PETITION], kind: 'complaint', instance: 1 };
    await intake.neighbours.tell(TRIAGE_TOPIC, PETITION, 'CaseOpened', {
      ...told,
      ...{ competentUnit: 'HQ-SM', respondentUnit, receivedOn, gist, acceptedOn: '2026-11-20' },
    });
    await intake.heard(STREAM, 2);
    await expect(opens(eve)).rejects.toMatchObject(refused);
    await intake.neighbours.tell(INVESTIGATION_TOPIC, PETITION, 'CaseConcluded', {
      ...told,
      ...{ unit: 'HQ-SM', conclusion: 'upheld', receivedOn, gist, concludedOn: '2026-11-20' },
    });
    await intake.heard(STREAM, 3);
    expect(await opens(eve)).toMatchObject(open);
  });
});
