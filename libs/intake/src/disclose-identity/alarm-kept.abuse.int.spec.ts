import type { Alarms } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { alarmsController } from '@minh-bach/platform';
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
import { PETITION, REGISTERED_AT, dung, register } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { identityDisclosure } from './disclose-identity.ts';

const auditor = (who: string): Actor => ({ person: who, role: 'auditor', unit: 'CHQ' });
const accused = auditor('ha');
const other = auditor('thu');
const AlarmsController = alarmsController('intake');

let database: TestDatabase;
let intake: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows([
    ...organisation,
    ...['dung', 'ha', 'thu'].map((id) => person(id)),
    post('dung', 'HQ-SM', ['receiver']),
    post('ha', 'CHQ', ['auditor']),
    post('thu', 'CHQ', ['auditor']),
  ]);
  await intake.service.run({
    decider: petitionDecider,
    stream: `intake.petition-${PETITION}`,
    command: register(),
    context: askedBy(dung),
  });
  await intake.caughtUp();
  const body = { purpose: 'contact-sender' } as const;
  await ask(intake.service, identityDisclosure, PETITION, body, askedBy(dung));
  await intake.caughtUp();
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

const alarmsFor = async (who: Actor): Promise<Alarms['items']> => {
  const list: Alarms = await new AlarmsController(intake.service).list({ limit: 50 }, who);
  return list.items;
};

describe('T27: the alarm that a new account opened who sent a petition', () => {
  it('is read by auditors, and shows neither the petition nor its unit', async () => {
    for (const who of [accused, other]) {
      const [alarm] = await alarmsFor(who);
      expect(alarm).toMatchObject({ alarm: 'new-account-opened-identity', unit: null });
      expect(JSON.stringify(alarm)).not.toContain(PETITION);
    }
  });

  it('is kept from an auditor whom the petition denounces, with the event that says so', async () => {
    const tag = await intake.service.shield.tagOf(accused.person);
    await intake.neighbours.writes(`triage.petition-${PETITION}`, 'PetitionClassified', {
      petition: PETITION,
      kind: 'denunciation',
      before: 'complaint',
      reason: null,
      respondents: { units: [], people: [{ tag, on: '2026-11-20' }] },
    });
    expect(await alarmsFor(accused)).toEqual([]);
    expect(await alarmsFor(other)).toHaveLength(1);
  });

  it('is read by all again where names leave nobody else to read it', async () => {
    const tags = await Promise.all(
      [accused, other].map((who) => intake.service.shield.tagOf(who.person)),
    );
    await intake.neighbours.writes(`triage.petition-${PETITION}`, 'RespondentsCorrected', {
      respondentUnit: null,
      respondents: { units: [], people: tags.map((tag) => ({ tag, on: '2026-11-20' })) },
      reason: null,
    });
    for (const who of [accused, other]) expect(await alarmsFor(who)).toHaveLength(1);
  });
});
