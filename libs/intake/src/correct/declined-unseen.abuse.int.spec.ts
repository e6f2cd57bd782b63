import type { Alarms, Role } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { alarmsController } from '@minh-bach/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
import { declination, proposal } from './correct.ts';
import { petitionDecider } from '../domain/petition.decider.ts';
import { REGISTERED_AT, dung, register } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { PetitionPageHandler, PetitionPageQuery } from '../petition-page/petition-page.query.ts';
import {
  ReceiptCorrectionListHandler,
  ReceiptCorrectionListQuery,
} from '../receipt-correction-list/receipt-correction-list.query.ts';

const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
const giang: Actor = { person: 'giang', role: 'classifier', unit: 'HQ-SM' };
const ha: Actor = { person: 'ha', role: 'auditor', unit: 'CHQ' };
const AlarmsController = alarmsController('intake');

let database: TestDatabase;
let intake: TestService;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows([
    ...organisation,
    ...['dung', 'giang', 'ha'].map((id) => person(id)),
    post('dung', 'HQ-SM', ['receiver']),
    post('giang', 'HQ-SM', ['classifier']),
    post('ha', 'CHQ', ['auditor']),
  ]);
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

async function registered(): Promise<string> {
  const petition = `D26-6700000${++count}-0`;
  await intake.service.run({
    decider: petitionDecider,
    stream: `intake.petition-${petition}`,
    command: register({ petition, receiptHash: petition.padEnd(43, 'x') }),
    context: askedBy(dung),
  });
  await intake.caughtUp();
  return petition;
}
const BODY = { receivedOn: '2026-11-17', channel: null, proof: 'other', reason: 'x' } as const;
const proposes = (number: string) => ask(intake.service, proposal, number, BODY, askedBy(dung));
const declines = (number: string, actor: Actor) =>
  ask(intake.service, declination, number, { note: 'x' }, askedBy(actor));
const mayDecline = async (number: string, actor: Actor) => {
  const page = new PetitionPageQuery(number, actor, [actor.role as Role]);
  const { correction } = await new PetitionPageHandler(intake.service).execute(page);
  return correction?.mayDecline;
};
async function alarms(): Promise<string[]> {
  await intake.caughtUp();
  const list: Alarms = await new AlarmsController(intake.service).list({ limit: 50 }, ha);
  return list.items.map(({ alarm, person: about }) => `${alarm} ${about?.id}`);
}

describe('T28: corrections of receipt dates that one person declines', () => {
  it('are an alarm by the third of a day, in one petition or in several; one’s own never are', async () => {
    const [one, other] = [await registered(), await registered()];
    for (const number of [one, one, other, other, other]) {
      await proposes(number);
      await declines(number, dung);
    }
    for (const number of [one, other]) {
      await proposes(number);
      await declines(number, binh);
    }
    expect(await alarms()).toEqual([]);
    await proposes(one);
    await declines(one, binh);
    expect(await alarms()).toEqual(['many-declined-corrections binh']);
    await expectRebuildsEqualLive(intake.service);
  });

  it('are on the weekly list of the heads above and of auditors, not on the own head’s', async () => {
    const number = await registered();
    await proposes(number);
    await declines(number, binh);
    await intake.caughtUp();
    const listed = async (actor: Actor) => {
      const query = new ReceiptCorrectionListQuery({ limit: 50 }, actor);
      const { items } = await new ReceiptCorrectionListHandler(intake.service).execute(query);
      return items
        .filter((row) => row.number === number)
        .map(({ step, receivedOn, person: by }) => `${step} ${receivedOn} ${by.id}`);
    };
    const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };
    for (const actor of [khanh, ha])
      expect(await listed(actor)).toEqual(['declined 2026-11-17 binh', 'proposed 2026-11-17 dung']);
    expect(await listed(binh)).toEqual([]);
    await proposes(number);
    await declines(number, dung);
    await intake.caughtUp();
    expect((await listed(khanh))[0]).toBe('withdrawn 2026-11-17 dung');
  });

  it('are another person’s turn after three in one petition; the page says so', async () => {
    const number = await registered();
    for (let i = 0; i < 3; i++) {
      await proposes(number);
      expect(await mayDecline(number, binh)).toBe(true);
      await declines(number, binh);
    }
    await proposes(number);
    expect(await mayDecline(number, binh)).toBe(false);
    await expect(declines(number, binh)).rejects.toMatchObject({ code: 'TOO_OFTEN_TODAY' });
    expect(await mayDecline(number, giang)).toBe(true);
    await declines(number, giang);
    await expect(proposes(number)).rejects.toMatchObject({ code: 'DECLINED_BY_TWO' });
  });
});
