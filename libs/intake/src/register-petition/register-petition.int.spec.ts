import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { REGISTERED_AT, dung, paper } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
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

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
};
/** Two pixels by two. */
const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', Buffer.from('00000002000000020800000000', 'hex')),
  chunk('IDAT', deflateSync(Buffer.alloc(6))),
  chunk('IEND', Buffer.alloc(0)),
]);

async function upload(): Promise<string> {
  const content = (async function* () {
    yield await Promise.resolve(PNG);
  })();
  const { uploads } = intake.service.infrastructure;
  return (await uploads.put(content, { person: dung.person, declaredType: 'image/png' })).id;
}

async function bodyWithScan(receiptHash: string): Promise<RegisterPetition['body']> {
  const { petition: _, unit: __, named: ___, statement: ____, ...said } = paper;
  return {
    ...said,
    receiptHash,
    summary: 'Đề nghị hủy quyết định',
    file: { id: await upload(), name: 'đơn.png' },
  };
}

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
  const { file: _, ...body } = await bodyWithScan('d'.repeat(43));
  const { events } = await handler.execute(
    new RegisterPetition({ ...body, file: null }, askedBy(dung)),
  );
  expect(events[0]?.metadata.occurredAt).toBe('2026-11-17T17:00:00.000Z');
});
