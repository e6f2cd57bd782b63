import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestContext } from '@minh-bach/http';
import {
  ask,
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { petitionDecider } from '../domain/petition.decider.ts';
import { PETITION, REGISTERED_AT, dung, register } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { identityDisclosure, scanDisclosure } from './disclose-identity.ts';

let database: TestDatabase;
let intake: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, {
    databaseUrl: database.url,
    now: REGISTERED_AT,
  });
  await intake.knows(organisation);
  await intake.service.run({
    decider: petitionDecider,
    stream: `intake.petition-${PETITION}`,
    command: register(),
    context: askedBy(dung),
  });
  await intake.caughtUp();
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

const disclose = (context: RequestContext) =>
  ask(intake.service, identityDisclosure, PETITION, { purpose: 'contact-sender' }, context);
const at = (instant: string) => intake.clock.set(new Date(instant));
const disclosures = async () => (await intake.events(`intake.disclosures-${PETITION}`)).length;

describe('who sent a petition', () => {
  it('is told again to a retry within minutes, on the one record of it', async () => {
    const context = askedBy(dung);
    await disclose(context);
    at('2026-11-20T02:04:00.000Z');
    const { sender } = await disclose(context);
    expect(sender).toMatchObject({ name: 'Công ty Thử Nghiệm' });
    expect(await disclosures()).toBe(1);
  });

  it('is not told again later without a record of its own', async () => {
    at('2026-11-20T03:00:00.000Z');
    const context = askedBy(dung);
    await disclose(context);
    at('2026-11-20T03:10:00.000Z');
    await expect(disclose(context)).rejects.toMatchObject({ code: 'DISCLOSURE_TOO_OLD' });
    await disclose(askedBy(dung));
    expect(await disclosures()).toBe(3);
  });
});

it('a scan that is not there is nothing to open, and no record says so', async () => {
  const number = 'D26-00000031-0';
  await intake.service.run({
    decider: petitionDecider,
    stream: `intake.petition-${number}`,
    command: register({ petition: number, file: null }),
    context: askedBy(dung),
  });
  await intake.caughtUp();
  const body = { purpose: 'contact-sender', original: false } as const;
  await expect(
    ask(intake.service, scanDisclosure, number, body, askedBy(dung)),
  ).rejects.toMatchObject({ code: 'NOTHING_TO_DISCLOSE' });
  expect(await intake.events(`intake.disclosures-${number}`)).toEqual([]);
});
