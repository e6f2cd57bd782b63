import type { Role } from '@minh-bach/contracts';
import { hashReceiptCode, type Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  askedBy,
  expectRebuildsEqualLive,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { petitionDecider } from '../domain/petition.decider.ts';
import { PETITION, REGISTERED_AT, denunciation, dung, register } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { PetitionPageHandler, PetitionPageQuery } from '../petition-page/petition-page.query.ts';
import {
  TrackPetitionHandler,
  TrackPetitionQuery,
} from '../track-petition/track-petition.query.ts';
import { AskWithdrawalHandler, AskWithdrawalQuery } from './ask-withdrawal.ts';

const CODE = 'ABCD-EFGH-JKMN-PQRS-TUVW-XYZ2-3456';
const SECRET_CODE = 'ZBCD-EFGH-JKMN-PQRS-TUVW-XYZ2-3456';
const SECRET = 'D26-00000031-0';
const STREAM = `intake.petition-${PETITION}`;
const WORDS = 'Rút phần về phí lưu kho.';

let database: TestDatabase;
let intake: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows([...organisation, person('giang'), post('giang', 'HQ-SM', ['classifier'])]);
  const secret = { ...denunciation.petition, petition: SECRET };
  for (const [number, command] of [
    [PETITION, register({ receiptHash: hashReceiptCode(CODE) })],
    [SECRET, register({ ...secret, receiptHash: hashReceiptCode(SECRET_CODE) })],
  ] as const)
    await intake.service.run({
      ...{ decider: petitionDecider, stream: `intake.petition-${number}` },
      ...{ command, context: askedBy(dung) },
    });
  await intake.caughtUp();
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

const ask = (code = CODE, over: object = {}) =>
  new AskWithdrawalHandler(intake.service).execute(
    new AskWithdrawalQuery({ isWhole: false, words: WORDS, code, ...over }),
  );
const track = (code = CODE) =>
  new TrackPetitionHandler(intake.service).execute(new TrackPetitionQuery(code));
const page = async (actor: Actor = dung) => {
  const asked = new PetitionPageQuery(PETITION, actor, [actor.role as Role]);
  return (await new PetitionPageHandler(intake.service).execute(asked)).withdrawal;
};

describe('the holder of a receipt code', () => {
  it('T14: asks for nothing by a wrong code, and of a denunciation by none', async () => {
    const wrong = ask(CODE.replace('ABCD', 'DCBA'));
    await expect(wrong).rejects.toMatchObject({ code: 'RECEIPT_CODE_WRONG' });
    await expect(ask(SECRET_CODE)).rejects.toMatchObject({ code: 'WITHDRAWAL_NOT_OPEN' });
    expect((await track(SECRET_CODE)).withdrawal).toEqual({ isOpen: false, askedOn: null });
    expect(await intake.events(`intake.petition-${SECRET}`)).toHaveLength(1);
  });

  it('asks once; sent again it counts once, and another is refused', async () => {
    expect((await track()).withdrawal).toEqual({ isOpen: true, askedOn: null });
    expect(await page()).toBeNull();
    const asked = { isOpen: false, askedOn: '2026-11-20' };
    expect((await ask()).withdrawal).toEqual(asked);
    expect((await ask()).withdrawal).toEqual(asked);
    await expect(ask(CODE, { isWhole: true })).rejects.toMatchObject({
      code: 'WITHDRAWAL_NOT_OPEN',
    });
    const stored = await intake.events(STREAM);
    expect(stored.filter(({ event }) => event.type === 'WithdrawalAsked')).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain(WORDS);
  });

  it('is heard by the desk, and it stands where it stood', async () => {
    expect(await page()).toEqual({ on: '2026-11-20', isWhole: false, words: WORDS });
    expect((await track()).state).toBe('received');
  });

  it('T27: is not read by whom the complaint names: it may say that they threaten', async () => {
    const giang = { person: 'giang', role: 'classifier', unit: 'HQ-SM' } as const;
    const tag = await intake.service.shield.tagOf('giang');
    const respondents = { units: [], people: [{ tag, on: '2026-11-02' }] };
    const named = { kind: 'complaint', before: 'complaint', respondentUnit: 'HQ-SM', respondents };
    const event = { ...named, reason: null };
    expect((await page(giang))?.words).toBe(WORDS);
    await intake.neighbours.writes(`triage.petition-${PETITION}`, 'PetitionClassified', event);
    await intake.caughtUp();
    expect((await page(giang))?.words).toBeNull();
    expect((await page())?.words).toBe(WORDS);
  });

  it('has rows that a rebuild makes the same', async () => {
    await expectRebuildsEqualLive(intake.service);
  });
});
