import { publicationOf } from '@minh-bach/platform';
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
import { senderCorrection } from './correct.ts';
import { identityDisclosure } from '../disclose-identity/disclose-identity.ts';
import { petitionDecider } from '../domain/petition.decider.ts';
import { PETITION, REGISTERED_AT, dung, paper, register } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';

const STREAM = `intake.petition-${PETITION}`;
const NOTHING = { name: null, address: null, phone: null, email: null, idNumber: null };

let database: TestDatabase;
let intake: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows([
    ...organisation,
    person('dung'),
    post('dung', 'HQ-SM', ['receiver']),
    person('la'),
    post('la', 'HQ-DG', ['receiver']),
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

const correct = (body: { phone?: string; name?: string }, actor = dung) =>
  ask(
    intake.service,
    senderCorrection,
    PETITION,
    { ...NOTHING, reason: 'slip', ...body } as const,
    askedBy(actor),
  );
const opened = () =>
  ask(intake.service, identityDisclosure, PETITION, { purpose: 'verify-identity' }, askedBy(dung));

describe('what was written wrong of a sender', () => {
  it('is not corrected by nothing, nor by a desk of another unit', async () => {
    await expect(correct({})).rejects.toMatchObject({ code: 'NOTHING_CORRECTED' });
    await expect(
      correct({ phone: '1' }, { ...dung, person: 'la', unit: 'HQ-DG' }),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('opens corrected, with what was written first beside it', async () => {
    expect(await opened()).toMatchObject({ sender: paper.sender, senderBefore: null });
    await correct({ phone: '0900000002' });
    await correct({ name: 'Công ty Thử Nghiệm Hai' });
    expect(await opened()).toMatchObject({
      sender: { ...paper.sender, phone: '0900000002', name: 'Công ty Thử Nghiệm Hai' },
      senderBefore: paper.sender,
    });
  });

  it('stands in no event in clear; others hear that it was corrected, and nothing of it', async () => {
    const events = await intake.events(STREAM);
    expect(JSON.stringify(events)).not.toContain('0900000002');
    const last = events.at(-1)!;
    const { type, data } = publicationOf(intakeService)!.translate(last)!;
    expect({ type, data }).toEqual({ type: 'SenderCorrected', data: { petition: PETITION } });
  });
});
