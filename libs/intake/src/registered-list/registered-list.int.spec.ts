import { TRIAGE_TOPIC, registeredListQuery } from '@minh-bach/contracts';
import { DomainError, type Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  askedBy,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { petitionDecider } from '../domain/petition.decider.ts';
import type { PetitionRegistered } from '../domain/petition.events.ts';
import { REGISTERED_AT, denunciation, dung, paper, register } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { RegisteredListHandler, RegisteredListQuery } from './registered-list.query.ts';

/** Still Thursday in Việt Nam, a minute before the day of all others. */
const EVENING = '2026-11-19T16:59:00.000Z';
const hai: Actor = { person: 'hai', role: 'receiver', unit: 'HQ-SM' };
/** The same person, in a post elsewhere. */
const elsewhere: Actor = { ...dung, unit: 'HQ-DG' };

const number = (n: number): string => `D26-0000003${n}-0`;
const YESTERDAY = number(0);
const COMPLAINT = number(1);
const DENOUNCED = number(2);
const ABOUT_DUNG = number(3);
const CALLED_SO = number(4);
const CALLED_ABOUT_DUNG = number(5);
const OF_HAI = number(6);
const ELSEWHERE = number(7);

let database: TestDatabase;
let intake: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: EVENING });
  await intake.knows([
    ...organisation,
    ...['dung', 'hai'].map((id) => person(id)),
    post('dung', 'HQ-SM', ['receiver']),
    post('dung', 'HQ-DG', ['receiver']),
    post('hai', 'HQ-SM', ['receiver']),
  ]);
  await registers(YESTERDAY);
  intake.clock.set(new Date(REGISTERED_AT));
  await registers(COMPLAINT);
  await registers(DENOUNCED, denunciation.petition);
  const tag = await intake.service.shield.tagOf('dung');
  const aboutDung = { units: [], people: [{ tag, on: '2026-11-18' }] };
  await registers(ABOUT_DUNG, {
    ...denunciation.petition,
    respondentUnit: null,
    respondents: aboutDung,
  });
  await registers(CALLED_SO);
  await registers(CALLED_ABOUT_DUNG, { respondents: aboutDung });
  await registers(OF_HAI, {}, hai);
  await registers(ELSEWHERE, { unit: 'HQ-DG' }, elsewhere);
  for (const petition of [CALLED_SO, CALLED_ABOUT_DUNG]) {
    const said = { kind: 'denunciation', before: 'complaint', reason: null };
    await intake.neighbours.writes(`triage.petition-${petition}`, 'PetitionClassified', said);
    const told = { petition, kind: 'denunciation' };
    await intake.neighbours.tell(TRIAGE_TOPIC, petition, 'PetitionClassified', told);
    await intake.heard(`intake.petition-${petition}`, 2);
  }
  await intake.caughtUp();
}, 60_000);
afterAll(async () => {
  await intake.close();
  await database.drop();
});

async function registers(
  petition: string,
  over: Partial<PetitionRegistered['data']> = {},
  by = dung,
): Promise<void> {
  await intake.service.run({
    decider: petitionDecider,
    stream: `intake.petition-${petition}`,
    command: register({ ...over, petition, receiptHash: petition }),
    context: askedBy(by),
  });
  await intake.caughtUp();
}

const list = (actor: Actor, asked: object = {}) =>
  new RegisteredListHandler(intake.service).execute(
    new RegisteredListQuery(registeredListQuery.parse(asked), actor),
  );
const numbersOf = async (actor: Actor, asked: object = {}) =>
  (await list(actor, asked)).items.map((item) => item.number).sort();

describe('what the desk registered', () => {
  it('is of today in Việt Nam, and of the asker alone, in the unit for which they act', async () => {
    expect(await numbersOf(dung)).toEqual([COMPLAINT, DENOUNCED, CALLED_SO]);
    expect(await numbersOf(hai)).toEqual([OF_HAI]);
    expect(await numbersOf(elsewhere)).toEqual([ELSEWHERE]);
  });
  it('is of another day where it is asked for, of one without papers nothing', async () => {
    expect(await numbersOf(dung, { day: '2026-11-19' })).toEqual([YESTERDAY]);
    expect(await list(dung, { day: '2026-11-18' })).toEqual({
      items: [],
      nextCursor: null,
      total: 0,
    });
  });
  it('comes a page at a time, counted once', async () => {
    const first = await list(dung, { limit: 2 });
    expect([first.items.length, first.total]).toEqual([2, 3]);
    const rest = await list(dung, { limit: 2, cursor: first.nextCursor! });
    expect([rest.items.length, rest.total, rest.nextCursor]).toEqual([1, null, null]);
    const all = [...first.items, ...rest.items].map((item) => item.number).sort();
    expect(all).toEqual(await numbersOf(dung));
  });
  it.each([
    ['no day', { day: '2026-02-30' }],
    ['a day in other words', { day: 'hôm nay' }],
    ['no page', { limit: 0 }],
    ['too long a page', { limit: 1000 }],
    ['whose papers', { person: 'hai' }],
    ['which unit', { unit: 'HQ-DG' }],
  ])('is not asked for by %s', (_, asked) => {
    expect(registeredListQuery.safeParse(asked).success).toBe(false);
  });
  it('refuses a cursor that it did not give', async () => {
    const refused = list(dung, { cursor: 'bm90IG91cnM' });
    await expect(refused).rejects.toBeInstanceOf(DomainError);
    await expect(refused).rejects.toMatchObject({ code: 'BAD_CURSOR' });
  });
});

describe('T1: of a denunciation', () => {
  it('the list says number, kind and hour, also of one that was called so later', async () => {
    const { items } = await list(dung);
    for (const denounced of [DENOUNCED, CALLED_SO]) {
      const row = items.find((item) => item.number === denounced);
      expect(row).toMatchObject({ gist: null });
      expect(Object.keys(row!).sort()).toEqual(['at', 'gist', 'kind', 'number']);
    }
    expect(items.find((item) => item.number === COMPLAINT)).toMatchObject({ gist: paper.gist });
    const said = JSON.stringify(items);
    for (const text of [denunciation.petition.statement, ...Object.values(paper.sender)])
      if (text !== null) expect(said).not.toContain(text);
  });
  it('that may be about the asker nothing is there: no row, no count', async () => {
    expect(await numbersOf(dung, { limit: 50 })).not.toContain(ABOUT_DUNG);
    expect(await numbersOf(dung, { limit: 50 })).not.toContain(CALLED_ABOUT_DUNG);
    expect((await list(dung)).total).toBe(3);
  });
});
