import { INTAKE_TOPIC, INTEGRATION_EVENTS } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { publicationOf } from '@minh-bach/platform';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { REGISTERED_AT, dung } from './intake.fixture.ts';
import { intakeService } from './intake.service.ts';
import { PetitionPageHandler, PetitionPageQuery } from './petition-page/petition-page.query.ts';
import { registration } from './register-petition/register-petition.ts';
import { bodyOf } from './scan.fixture.ts';

const NAME = 'Báo Thử Nghiệm';
const forwardedBy = {
  kind: 'press',
  name: NAME,
  letter: '12/CV-BTN',
  sentOn: '2026-11-17',
} as const;

let database: TestDatabase;
let intake: TestService;
let registered = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows(organisation);
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

async function register(over: object) {
  const receiptHash = String(++registered).padStart(43, 'f');
  const body = { ...bodyOf(receiptHash), channel: 'forwarded' as const, forwardedBy, ...over };
  const { stream } = await ask(intake.service, registration, '', body, askedBy(dung));
  await intake.caughtUp();
  return stream;
}
const page = (stream: string) =>
  new PetitionPageHandler(intake.service).execute(
    new PetitionPageQuery(stream.slice('intake.petition-'.length), dung),
  );
const historyOf = (stream: string) =>
  intake.service.history.of(stream.slice('intake.petition-'.length), 'petition.read', dung);

describe('T3: who forwarded a petition', () => {
  it('stands on its page, with the letter', async () => {
    expect((await page(await register({}))).forwardedBy).toEqual(forwardedBy);
    expect((await page(await register({ forwardedBy: null }))).forwardedBy).toBeNull();
  });

  it('is named neither in the log, nor in the history, nor to other services', async () => {
    const stream = await register({});
    const stored = await intake.events(stream);
    const { translate } = publicationOf(intakeService)!;
    const message = translate(stored[0]!);
    INTEGRATION_EVENTS[INTAKE_TOPIC].PetitionReceived.parse(message?.data);
    const history = await historyOf(stream);
    expect(JSON.stringify([stored, message, history])).not.toContain(NAME);
    expect(JSON.stringify(message)).not.toContain('12/CV-BTN');
    expect(JSON.stringify(history)).toContain('12/CV-BTN');
  });

  it('of a denunciation is told by kind and letter alone: the name may lead to the sender', async () => {
    const denounced = { declaredKind: 'denunciation', gist: null };
    expect((await page(await register(denounced))).forwardedBy).toEqual({
      ...forwardedBy,
      name: null,
    });
  });
});
