import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@minh-bach/kernel';
import { AlarmRow } from '@minh-bach/platform';
import {
  ask,
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
import { REGISTERED_AT, dung, register as registered } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { bodyOf } from '../scan.fixture.ts';
import { registration } from './register-petition.ts';

const NEXT_DAY = '2026-11-20T17:00:00.000Z';
const lan: Actor = { ...dung, person: 'lan' };

let database: TestDatabase;
let intake: TestService;
let codes = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, {
    databaseUrl: database.url,
    now: REGISTERED_AT,
    limits: { MB_REGISTRATIONS_PER_DAY: 2 },
  });
  await intake.knows([
    ...organisation,
    ...['dung', 'lan'].map((id) => person(id)),
    ...['dung', 'lan'].map((who) => post(who, 'HQ-SM', ['receiver'])),
  ]);
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

const register = async (actor: Actor, over: object = {}) => {
  const body = bodyOf(String((codes += 1)).padStart(43, 'c'));
  const outcome = await ask(intake.service, registration, '', body, askedBy(actor, over));
  await intake.caughtUp();
  return outcome;
};

describe('T34: a receiver who floods the lists with made-up petitions', () => {
  it('registers so many a day, and the next day again; others go on', async () => {
    const again = { commandId: '8f14e45f-ceea-867a-b7a1-1c5d0c2f4b6a' };
    const first = await register(dung, again);
    await register(dung);
    await expect(register(dung)).rejects.toMatchObject({
      code: 'TOO_MANY_REGISTERED',
      details: { atMost: 2 },
    });
    codes = 0;
    // A retry is no other one.
    expect((await register(dung, again)).stream).toBe(first.stream);
    codes = 10;
    expect((await register(lan)).revision).toBe(0);
    intake.clock.set(new Date(NEXT_DAY));
    expect((await register(dung)).revision).toBe(0);
  });

  it('is told to auditors by an alarm for each hundred of a day, without a petition', async () => {
    const run = async (n: number) => {
      const petition = `D26-0001${1000 + n}-0`;
      const command = registered({ petition, receiptHash: petition.padEnd(43, 'x') });
      const stream = `intake.petition-${petition}`;
      await intake.service.run({
        ...{ decider: petitionDecider, stream, command, context: askedBy(lan) },
      });
    };
    for (let n = 0; n < 250; n += 50)
      await Promise.all(Array.from({ length: 50 }, (_, i) => run(n + i)));
    await intake.caughtUp();
    const alarms = intake.service.lists.dataSource.getRepository(AlarmRow);
    const told = await alarms.findBy({ alarm: 'many-registered' });
    expect(told.map(({ person: who, stream, data }) => ({ who, stream, data }))).toEqual(
      Array.from({ length: 2 }, () => ({ who: 'lan', stream: '', data: {} })),
    );
    await expectRebuildsEqualLive(intake.service);
  });
});
