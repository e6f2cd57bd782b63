import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@minh-bach/kernel';
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
import { confirmation, proposal } from './correct.ts';
import { petitionDecider } from '../domain/petition.decider.ts';
import { PETITION, REGISTERED_AT, dung, register } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';

const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
const desk = post('dung', 'HQ-SM', ['receiver']);

let database: TestDatabase;
let intake: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows([...organisation, person('dung'), desk]);
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

const confirms = () => ask(intake.service, confirmation, PETITION, { note: null }, askedBy(binh));

describe('a receipt date that was proposed in a post', () => {
  it('is not confirmed once the post has ended, and is while it is held', async () => {
    const body = {
      receivedOn: '2026-11-17',
      channel: null,
      proof: 'other',
      reason: 'Nhầm',
    } as const;
    await ask(intake.service, proposal, PETITION, body, askedBy(dung));
    await intake.knows([{ ...desk, to: '2026-11-01' }]);
    await expect(confirms()).rejects.toMatchObject({ code: 'PROPOSER_LEFT' });
    await intake.knows([desk]);
    await confirms();
  });
});
