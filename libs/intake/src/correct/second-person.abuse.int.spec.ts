import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readSecondPerson } from '@minh-bach/platform';
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
import { confirmation, proposal } from './correct.ts';
import { intakeSeconds } from './petition-seconds.ts';
import { petitionDecider } from '../domain/petition.decider.ts';
import { REGISTERED_AT, dung, register } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';

const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };
const giang: Actor = { person: 'giang', role: 'classifier', unit: 'HQ-SM' };
/** Heads another unit of the same region. */
const nam: Actor = { person: 'nam', role: 'head', unit: 'HQ-DG' };

let database: TestDatabase;
let intake: TestService;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows([
    ...organisation,
    ...['dung', 'giang', 'nam'].map((id) => person(id)),
    post('dung', 'HQ-SM', ['receiver']),
    post('giang', 'HQ-SM', ['classifier']),
    post('nam', 'HQ-DG', ['head']),
  ]);
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

/** Registered, and another day proposed for it. */
async function proposed(): Promise<string> {
  const number = `D26-6700000${++count}-0`;
  await intake.service.run({
    decider: petitionDecider,
    stream: `intake.petition-${number}`,
    command: register({ petition: number, receiptHash: number.padEnd(43, 'x') }),
    context: askedBy(dung),
  });
  await intake.caughtUp();
  const body = { receivedOn: '2026-11-20', channel: null, proof: 'other', reason: 'x' } as const;
  await ask(intake.service, proposal, number, body, askedBy(dung));
  await intake.caughtUp();
  return number;
}
const triageSays = (number: string, type: string, data: object) =>
  intake.neighbours.writes(`triage.petition-${number}`, type, data);
const waiting = async (actor: Actor) => {
  const asker = { actor, roles: [actor.role as 'head'] };
  return (await readSecondPerson(intake.service, intakeSeconds, asker)).items;
};
const numbersFor = async (actor: Actor) => (await waiting(actor)).map(({ number }) => number);

it('a correction waits for those who may confirm it, with who proposed it and when', async () => {
  const number = await proposed();
  const told = { number, what: 'correction', by: { id: 'dung' }, unit: { id: 'HQ-SM' } };
  expect(await waiting(giang)).toMatchObject([told]);
  expect((await waiting(giang))[0]?.since.slice(0, 10)).toBe(REGISTERED_AT.slice(0, 10));
  expect(await numbersFor(khanh)).toEqual([number]);
  // Who proposed it, another unit, a role without the right.
  for (const actor of [dung, nam, { ...binh, role: 'clerk' as const }])
    expect(await numbersFor(actor)).toEqual([]);
  await ask(intake.service, confirmation, number, { note: null }, askedBy(giang));
  await intake.caughtUp();
  expect(await numbersFor(giang)).toEqual([]);
});

it('T30: one that may take back a warning waits for the superior alone', async () => {
  const number = await proposed();
  const told = { person: 'khanh', unit: 'KV-MH' };
  const late = { rule: 'KN1.ACCEPT.NEW', due: '2026-11-27', told };
  await triageSays(number, 'DeadlineBreached', late);
  for (const actor of [binh, giang]) expect(await numbersFor(actor)).not.toContain(number);
  expect(await numbersFor(khanh)).toContain(number);
});

it('T27: of a denunciation nothing waits for those whom it is about', async () => {
  const number = await proposed();
  expect(await numbersFor(binh)).toContain(number);
  const tag = await intake.service.shield.tagOf('binh');
  const respondents = { units: [], people: [{ tag, on: '2026-11-02' }] };
  const named = { kind: 'denunciation', before: 'complaint', respondentUnit: null, respondents };
  await triageSays(number, 'PetitionClassified', { ...named, reason: null });
  expect(await numbersFor(binh)).not.toContain(number);
});

it('the rows are those that a rebuild makes', async () => {
  await expectRebuildsEqualLive(intake.service);
});
