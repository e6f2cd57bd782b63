import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RegisterPetitionBody } from '@minh-bach/contracts';
import { createPostgresEventStore } from '@minh-bach/event-store';
import type { RequestContext } from '@minh-bach/http';
import { ServiceRuntime } from '@minh-bach/platform';
import {
  ask,
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { receiptCodeDecider } from '../domain/receipt-code.decider.ts';
import { REGISTERED_AT, dung } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { bodyOf, upload } from '../scan.fixture.ts';
import { registration } from './register-petition.ts';

let database: TestDatabase;
let intake: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, {
    databaseUrl: database.url,
    now: REGISTERED_AT,
  });
  await intake.knows(organisation);
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

const register = (body: RegisterPetitionBody, context: RequestContext, at = intake.service) =>
  ask(at, registration, '', body, context);
const bodyWithScan = async (receiptHash: string) =>
  bodyOf(receiptHash, { id: await upload(intake), name: 'đơn.png' });

describe('a petition with a scan', () => {
  it('a retry gets the first answer, though its upload is gone', async () => {
    const body = await bodyWithScan('a'.repeat(43));
    const context = askedBy(dung);
    const first = await register(body, context);
    const again = await register(body, context);
    expect(again.stream).toBe(first.stream);
    expect(again.events.map(({ id }) => id)).toEqual(first.events.map(({ id }) => id));
  });

  it('another body under the same key is refused', async () => {
    const body = await bodyWithScan('b'.repeat(43));
    const context = askedBy(dung);
    await register(body, context);
    await expect(register(body, { ...context, requestHash: 'another body' })).rejects.toMatchObject(
      { code: 'IDEMPOTENCY_KEY_REUSED' },
    );
  });

  it('is registered even where its upload cannot be released now', async () => {
    const { uploads } = intake.service.infrastructure;
    const release = uploads.release.bind(uploads);
    uploads.release = () => Promise.reject(new Error('the database is away'));
    try {
      const body = await bodyWithScan('c'.repeat(43));
      const { revision } = await register(body, askedBy(dung));
      expect(revision).toBe(0);
    } finally {
      uploads.release = release;
    }
  });
});

describe('a receipt code', () => {
  const registrations = async () => {
    const { store } = intake.service.infrastructure;
    let found = 0;
    for await (const { type } of store.readAll({ prefixes: ['intake.petition-'] }))
      if (type === 'PetitionRegistered') found += 1;
    return found;
  };
  /** Another process, as far as the log can tell: a store of its own. */
  async function elsewhere() {
    const store = await createPostgresEventStore({
      connectionString: database.url,
      mayLoseEventsInTests: true,
    });
    const service = await ServiceRuntime.create(intakeService, {
      ...intake.service.infrastructure,
      store,
    });
    return {
      service,
      async close() {
        await service.onApplicationShutdown();
        await store.close();
      },
    };
  }

  it('belongs to one petition, however many are registered with it at once', async () => {
    const other = await elsewhere();
    const here = intake.service;
    const before = await registrations();
    const outcomes = await Promise.allSettled(
      [here, other.service, here, other.service, here, other.service].map((desk) =>
        register(bodyOf('e'.repeat(43)), askedBy(dung), desk),
      ),
    );
    await other.close();
    const refused = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
    );
    expect(refused).toEqual(Array(5).fill(expect.objectContaining({ code: 'RECEIPT_CODE_USED' })));
    expect(await registrations()).toBe(before + 1);
  });

  it('is that of one registration, however often that is sent at once', async () => {
    const other = await elsewhere();
    const context = askedBy(dung);
    const answers = await Promise.all(
      [intake.service, other.service, intake.service].map((desk) =>
        register(bodyOf('f'.repeat(43)), context, desk),
      ),
    );
    await other.close();
    expect(new Set(answers.map(({ stream }) => stream)).size).toBe(1);
  });

  it('is still that of its registration when the process died between the two', async () => {
    const context = askedBy(dung);
    await intake.service.run({
      decider: receiptCodeDecider,
      stream: `intake.receipt-code.${'h'.repeat(43)}`,
      command: null,
      context,
    });
    const body = bodyOf('h'.repeat(43));
    expect((await register(body, context)).revision).toBe(0);
    await expect(register(body, askedBy(dung))).rejects.toMatchObject({
      code: 'RECEIPT_CODE_USED',
    });
  });

  it('is refused before the scan is used up, and is not used up by what is refused', async () => {
    const file = { id: await upload(intake), name: 'đơn.png' };
    const tries = (receiptHash: string, over: object = {}) =>
      register({ ...bodyOf(receiptHash, file), ...over }, askedBy(dung));
    await expect(tries('e'.repeat(43))).rejects.toMatchObject({ code: 'RECEIPT_CODE_USED' });
    await expect(tries('g'.repeat(43), { receivedOn: '2027-01-01' })).rejects.toMatchObject({
      code: 'RECEIVED_IN_FUTURE',
    });
    expect((await tries('g'.repeat(43))).revision).toBe(0);
  });
});

it('a denunciation that is told in the open is refused by a declared code', async () => {
  const body = { ...bodyOf('k'.repeat(43)), declaredKind: 'denunciation' } as const;
  await expect(register(body, askedBy(dung))).rejects.toMatchObject({
    code: 'DENUNCIATION_IN_THE_OPEN',
  });
});

it('a receipt before today happened at the first moment of its day, in UTC', async () => {
  const body = bodyOf('d'.repeat(43));
  const { events } = await register(body, askedBy(dung));
  expect(events[0]?.metadata.occurredAt).toBe('2026-11-17T17:00:00.000Z');
});
