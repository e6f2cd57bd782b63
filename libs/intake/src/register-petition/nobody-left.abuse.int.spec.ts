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
import { REGISTERED_AT, dung } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { bodyOf } from '../scan.fixture.ts';
import { registration } from './register-petition.ts';

let database: TestDatabase;
let intake: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows([
    ...organisation,
    ...['oanh', 'ha'].map((id) => person(id)),
    post('oanh', 'HQ-SM', ['denunciation-officer']),
    post('ha', 'CHQ', ['auditor']),
  ]);
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

const register = (named: object, declaredKind: 'complaint' | 'denunciation' = 'denunciation') => {
  const body = { ...bodyOf('n'.repeat(43)), declaredKind, gist: null, ...named };
  return ask(intake.service, registration, '', body, askedBy(dung));
};
const oanh = { units: [], people: [{ person: 'oanh', on: '2026-11-02' }] };

describe('T27: a registration at one person’s word', () => {
  it.each([
    [
      'classify it',
      { respondentUnit: 'HQ-SM', respondents: { units: ['KV-MH', 'CHQ'], people: [] } },
    ],
    ['open who sent it', { respondentUnit: null, respondents: oanh }],
  ])('is refused where its names leave nobody who may %s', async (_, named) => {
    await expect(register(named)).rejects.toMatchObject({ code: 'NOBODY_LEFT' });
  });

  it('is taken with fewer names, and uses up nothing before', async () => {
    const fewer = { respondentUnit: 'HQ-SM', respondents: { units: ['KV-MH'], people: [] } };
    expect((await register(fewer)).revision).toBe(0);
  });
});
