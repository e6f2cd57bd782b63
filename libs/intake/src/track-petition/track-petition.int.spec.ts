import { INVESTIGATION_TOPIC, TRIAGE_TOPIC } from '@minh-bach/contracts';
import { hashReceiptCode } from '@minh-bach/kernel';
import { computeDeadlineData } from '@minh-bach/rules';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  askedBy,
  expectRebuildsEqualLive,
  organisation,
  queriesOf,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { petitionDecider } from '../domain/petition.decider.ts';
import { PETITION, REGISTERED_AT, dung, register } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { TrackPetitionHandler, TrackPetitionQuery } from './track-petition.query.ts';

const CODE = 'ABCD-EFGH-JKMN-PQRS-TUVW-XYZ2-3456';
const WRONG = CODE.replace('ABCD', 'DCBA');
const CASE = 'V26-10203040-9';
const STREAM = `intake.petition-${PETITION}`;
const receivedOn = '2026-11-18';
const ACCEPTANCE = computeDeadlineData({ rule: 'KN1.ACCEPT.NEW', trigger: receivedOn, receivedOn });
const RESOLUTION = computeDeadlineData({
  rule: 'KN1.RESOLVE.NORMAL',
  trigger: '2026-11-20',
  receivedOn,
});

let database: TestDatabase;
let intake: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows(organisation);
  const command = register({ receiptHash: hashReceiptCode(CODE) });
  const context = askedBy(dung);
  await intake.service.run({ decider: petitionDecider, stream: STREAM, command, context });
  await intake.caughtUp();
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

const ask = (code: string) =>
  new TrackPetitionHandler(intake.service).execute(new TrackPetitionQuery(code));
const triage = (type: string, data: object) =>
  intake.neighbours.tell(TRIAGE_TOPIC, PETITION, type, { petition: PETITION, ...data });

describe('the holder of a receipt code', () => {
  it('is told no day before triage tells one, then that one, and one step', async () => {
    expect((await ask(CODE)).next).toMatchObject({ due: null });
    await triage('PetitionTaken', { clock: ACCEPTANCE });
    await intake.heard(STREAM, 2);
    const { next, timeline } = await ask(CODE);
    expect(next?.due).toMatchObject({ rule: 'KN1.ACCEPT.NEW', due: ACCEPTANCE.due });
    expect(timeline).toHaveLength(1);
  });

  it('is told that it is late by the clock, not by an event', async () => {
    intake.clock.set(new Date('2026-12-01T02:00:00.000Z'));
    expect((await ask(CODE)).late[0]?.vi).toBe('Quá hạn 2 ngày làm việc (hạn 27/11/2026).');
    await triage('DeadlineMissed', {
      ...{ rule: ACCEPTANCE.rule, due: ACCEPTANCE.due, on: '2026-11-28', superiorTold: true },
    });
    await intake.heard(STREAM, 3);
    expect((await ask(CODE)).late.at(-1)?.vi).toContain('đã được báo');
    expect((await ask(CODE)).timeline).toHaveLength(1);
  });

  it('is told the day of the step that follows, by the unit that has it then', async () => {
    await intake.neighbours.tell(TRIAGE_TOPIC, PETITION, 'CaseOpened', {
      ...{ case: CASE, petitions: [PETITION], kind: 'complaint', instance: 1, gist: null },
      ...{ competentUnit: 'KV-MH', respondentUnit: 'HQ-SM', receivedOn, acceptedOn: '2026-11-20' },
    });
    await intake.heard(STREAM, 4);
    expect(await ask(CODE)).toMatchObject({ unit: { vi: 'KV-MH' }, next: { due: null }, late: [] });
    await intake.neighbours.tell(INVESTIGATION_TOPIC, CASE, 'CaseReceived', {
      ...{ case: CASE, petitions: [PETITION], acceptedOn: '2026-11-20', clock: RESOLUTION },
    });
    await intake.heard(STREAM, 5);
    expect((await ask(CODE)).next?.due).toMatchObject({ due: RESOLUTION.due, overdue: false });
  });

  it('T30: is never told that a code is wrong which has just been given out', async () => {
    for (const number of ['D00-00000001-9', 'D00-00000002-7', 'D00-00000003-5']) {
      const code = CODE.replace('3456', `${number.slice(-1)}456`);
      const stream = `intake.petition-${number}`;
      const command = register({ receiptHash: hashReceiptCode(code) });
      const context = askedBy(dung);
      await intake.service.run({ decider: petitionDecider, stream, command, context });
      expect(await ask(code)).toMatchObject({ state: 'received' });
    }
  });

  it('T30: is asked for by the same look-ups, whether the code is right or wrong', async () => {
    const asked = (code: string) =>
      queriesOf(intake.service, () => ask(code).catch(() => undefined));
    await asked(CODE);
    const right = await asked(CODE);
    expect(right.length).toBeGreaterThan(1);
    expect(await asked(WRONG)).toEqual(right);
    await expect(ask(WRONG)).rejects.toMatchObject({ code: 'RECEIPT_CODE_WRONG' });
    await expect(ask('ABC')).rejects.toMatchObject({ code: 'RECEIPT_CODE_WRONG' });
  });

  it('T27: is told no more once it is called a denunciation, before messages have come', async () => {
    await intake.neighbours.writes(`triage.petition-${PETITION}`, 'PetitionClassified', {
      ...{ kind: 'denunciation', before: 'complaint', reason: null, decided: 'accepted' },
    });
    const closed = { isConfidential: true, unit: null, kind: null, next: null, tasks: [] };
    expect(await ask(CODE)).toMatchObject({ state: 'accepted', ...closed });
    await triage('PetitionClassified', { kind: 'denunciation' });
    await intake.heard(STREAM, 6);
    expect(await ask(CODE)).toMatchObject(closed);
    const [row] = await intake.service.lists.dataSource.query(
      'SELECT * FROM petition_tracks WHERE petition = $1',
      [PETITION],
    );
    expect(row).toMatchObject({ standing: { isDenunciation: true } });
  });

  it('has rows that a rebuild makes the same', async () => {
    await expectRebuildsEqualLive(intake.service);
  });
});
