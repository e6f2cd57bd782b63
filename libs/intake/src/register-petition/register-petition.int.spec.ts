import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { REGISTERED_AT, dung } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { bodyOf, upload } from '../scan.fixture.ts';
import { RegisterPetition, RegisterPetitionHandler } from './register-petition.handler.ts';

let database: TestDatabase;
let intake: TestService;
let handler: RegisterPetitionHandler;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, {
    databaseUrl: database.url,
    now: REGISTERED_AT,
  });
  await intake.knows(organisation);
  handler = new RegisterPetitionHandler(intake.service);
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

const bodyWithScan = async (receiptHash: string) =>
  bodyOf(receiptHash, { id: await upload(intake), name: 'đơn.png' });

describe('a petition with a scan', () => {
  it('a retry gets the first answer, though its upload is gone', async () => {
    const body = await bodyWithScan('a'.repeat(43));
    const context = askedBy(dung);
    const first = await handler.execute(new RegisterPetition(body, context));
    const again = await handler.execute(new RegisterPetition(body, context));
    expect(again.number).toBe(first.number);
    expect(again.events.map(({ id }) => id)).toEqual(first.events.map(({ id }) => id));
  });

  it('another body under the same key is refused', async () => {
    const body = await bodyWithScan('b'.repeat(43));
    const context = askedBy(dung);
    await handler.execute(new RegisterPetition(body, context));
    await expect(
      handler.execute(new RegisterPetition(body, { ...context, requestHash: 'another body' })),
    ).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('is registered even where its upload cannot be released now', async () => {
    const { uploads } = intake.service.infrastructure;
    const release = uploads.release.bind(uploads);
    uploads.release = () => Promise.reject(new Error('the database is away'));
    try {
      const body = await bodyWithScan('c'.repeat(43));
      const { revision } = await handler.execute(new RegisterPetition(body, askedBy(dung)));
      expect(revision).toBe(0);
    } finally {
      uploads.release = release;
    }
  });
});

it('a receipt before today happened at the first moment of its day, in UTC', async () => {
  const body = bodyOf('d'.repeat(43));
  const { events } = await handler.execute(new RegisterPetition(body, askedBy(dung)));
  expect(events[0]?.metadata.occurredAt).toBe('2026-11-17T17:00:00.000Z');
});
