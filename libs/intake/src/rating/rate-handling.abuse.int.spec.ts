import { RESPONSE_TOPIC, TRIAGE_TOPIC } from '@minh-bach/contracts';
import { hashReceiptCode, type Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  askedBy,
  expectRebuildsEqualLive,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { petitionDecider } from '../domain/petition.decider.ts';
import { PETITION, REGISTERED_AT, dung, register } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { PetitionPageHandler, PetitionPageQuery } from '../petition-page/petition-page.query.ts';
import {
  TrackPetitionHandler,
  TrackPetitionQuery,
} from '../track-petition/track-petition.query.ts';
import { RateHandlingHandler, RateHandlingQuery } from './rate-handling.ts';
import { RatingsHandler, RatingsQuery } from './ratings.query.ts';

const CODE = 'ABCD-EFGH-JKMN-PQRS-TUVW-XYZ2-3456';
const CASE = 'V26-10203040-9';
const STREAM = `intake.petition-${PETITION}`;
const WORDS = 'Phải chờ lâu, gọi nhiều lần.';
const said = { stars: 2, reasons: ['slow'], words: WORDS } as const;
const head: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
const clerk: Actor = { person: 'phuc', role: 'clerk', unit: 'HQ-SM' };
const above: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };

let database: TestDatabase;
let intake: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows(organisation);
  const command = register({ receiptHash: hashReceiptCode(CODE) });
  const context = askedBy(dung);
  await intake.service.run({ decider: petitionDecider, stream: STREAM, command, context });
  const ofCase = { case: CASE, petitions: [PETITION] };
  await intake.neighbours.tell(TRIAGE_TOPIC, PETITION, 'CaseOpened', {
    ...{ ...ofCase, kind: 'complaint', instance: 1, gist: null, competentUnit: 'HQ-SM' },
    ...{ respondentUnit: 'HQ-SM', receivedOn: '2026-11-18', acceptedOn: '2026-11-20' },
  });
  await intake.heard(STREAM, 2);
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

const rate = (code = CODE, over: object = {}) =>
  new RateHandlingHandler(intake.service).execute(
    new RateHandlingQuery({ ...said, reasons: [...said.reasons], code, ...over }),
  );
const tracked = () =>
  new TrackPetitionHandler(intake.service).execute(new TrackPetitionQuery(CODE));
const ratings = async (actor: Actor) =>
  (await new RatingsHandler(intake.service).execute(new RatingsQuery(actor))).items;
const page = async (actor: Actor) =>
  (await new PetitionPageHandler(intake.service).execute(new PetitionPageQuery(PETITION, actor)))
    .rating;

describe('the holder of a receipt code', () => {
  it('rates nothing before they have the decision, and nothing by a wrong code', async () => {
    expect((await tracked()).rating).toEqual({ isOpen: false, stars: null });
    await expect(rate()).rejects.toMatchObject({ code: 'RATING_NOT_OPEN' });
    const wrong = rate(CODE.replace('ABCD', 'DCBA'));
    await expect(wrong).rejects.toMatchObject({ code: 'RECEIPT_CODE_WRONG' });
  });

  it('rates once, afterwards; sent again it counts once, and another is refused', async () => {
    await intake.neighbours.tell(RESPONSE_TOPIC, CASE, 'DecisionDelivered', {
      ...{ case: CASE, petitions: [PETITION], receivedOn: '2026-11-20' },
    });
    await intake.heard(STREAM, 3);
    expect((await tracked()).rating).toEqual({ isOpen: true, stars: null });
    const before = (await tracked()).padding.length + JSON.stringify(await tracked()).length;
    expect(before).toBeGreaterThan(0);
    expect((await rate()).rating).toEqual({ isOpen: false, stars: 2 });
    expect((await rate()).rating).toEqual({ isOpen: false, stars: 2 });
    await expect(rate(CODE, { stars: 5 })).rejects.toMatchObject({ code: 'RATING_NOT_OPEN' });
    const stored = await intake.events(STREAM);
    expect(stored.filter(({ event }) => event.type === 'HandlingRated')).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain(WORDS);
  });
});

describe('what they said', () => {
  it('is a mean to the staff of the unit and above', async () => {
    const item = {
      unit: { id: 'HQ-SM' },
      count: 1,
      mean: 2,
      reasons: [{ reason: 'slow', count: 1 }],
    };
    for (const actor of [clerk, head, above]) expect(await ratings(actor)).toMatchObject([item]);
    expect(await ratings({ ...clerk, unit: 'HQ-DG' })).toEqual([]);
  });

  it('is read in words by heads and auditors alone', async () => {
    expect(await page(head)).toEqual({ stars: 2, reasons: ['slow'], words: WORDS });
    for (const actor of [dung, clerk])
      expect(await page(actor)).toEqual({ stars: 2, reasons: ['slow'], words: null });
  });

  it('is counted no more, and asked of nobody, once it is called a denunciation', async () => {
    await intake.neighbours.writes(`triage.petition-${PETITION}`, 'PetitionClassified', {
      ...{ kind: 'denunciation', before: 'complaint', decided: 'accepted', reason: null },
      respondentUnit: 'HQ-DG',
    });
    expect(await ratings(above)).toEqual([]);
    expect((await tracked()).rating).toEqual({ isOpen: false, stars: null });
    await expect(rate()).rejects.toMatchObject({ code: 'RATING_NOT_OPEN' });
  });

  it('has rows that a rebuild makes again', async () => {
    await expectRebuildsEqualLive(intake.service);
  });
});
