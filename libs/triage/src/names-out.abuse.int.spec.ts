import type { Actor } from '@minh-bach/kernel';
import { readSecondPerson } from '@minh-bach/platform';
import { ask, askedBy, expectRebuildsEqualLive } from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { correction, striking } from './commands/index.ts';
import { Merging, binh, reason } from './merged/merging.fixture.ts';
import { petitionSeconds } from './petition-seconds.ts';
import { REGISTERED_AT, giang } from './triage.fixture.ts';

const lan: Actor = { ...giang, person: 'lan' };
const office = new Merging();
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await office.start({ databaseUrl: database.url, now: REGISTERED_AT });
});
afterAll(async () => {
  await office.triage.close();
  await database.drop();
});

const correct = (number: string, people: readonly object[], by: Actor = giang) => {
  const body = { respondentUnit: 'HQ-DG', respondents: { units: [], people }, reason };
  return ask(office.triage.service, correction, number, body as never, askedBy(by));
};
async function listFor(actor: Actor, bounds = { looked: 1_000, atOnce: 2 }) {
  await office.triage.caughtUp();
  const asker = { actor, roles: [actor.role as 'head'] };
  const found = await readSecondPerson(office.triage.service, petitionSeconds, asker, bounds);
  return { ...found, items: found.items.map(({ number }) => number) };
}
async function candidates(): Promise<string[]> {
  const { dataSource } = office.triage.service.lists;
  const rows = await dataSource.query('SELECT stream FROM second_persons WHERE waits');
  return rows.map(({ stream }: { stream: string }) => stream.replace('triage.petition-', ''));
}
/** A name that somebody took out, and another may strike. */
async function takenOut(by: Actor = giang): Promise<string> {
  const tag = await office.triage.service.shield.tagOf('hung');
  const respondents = { units: [], people: [{ tag, on: '2026-11-02' }] };
  const one = await office.petition({ respondents, respondentUnit: 'HQ-DG' });
  await correct(one, [], by);
  return one;
}

it('a petition is looked at while names wait to be struck, not because they were corrected once', async () => {
  const [struck, named] = [await takenOut(), await takenOut()];
  const added = await office.petition({ respondentUnit: 'HQ-DG' });
  await correct(added, [{ person: 'hung', on: '2026-11-02' }]);
  expect((await listFor(binh)).items).toEqual([struck, named]);
  expect(await candidates()).toEqual([struck, named]);
  await ask(office.triage.service, striking, struck, { reason } as never, askedBy(binh));
  await correct(named, [{ person: 'hung', on: '2026-11-02' }], lan);
  expect(await listFor(binh)).toEqual({ items: [], more: false });
  expect(await candidates()).toEqual([]);
});

it('what waits is found behind what waits for others, and where the search ends early that is said', async () => {
  const own = [await takenOut(), await takenOut(), await takenOut(), await takenOut()];
  const [one, other] = [await takenOut(lan), await takenOut(lan)];
  expect(await listFor(giang)).toEqual({ items: [one, other], more: false });
  expect(await listFor(giang, { looked: 4, atOnce: 2 })).toEqual({ items: [], more: true });
  expect(await listFor(lan)).toEqual({ items: own, more: false });
});

it('nothing is looked at for the head of a unit that was taken out: they strike nothing of it', async () => {
  const about = await office.petition();
  await correct(about, [{ person: 'hung', on: '2026-11-02' }]);
  await office.triage.caughtUp();
  expect(await candidates()).toContain(about);
  const asked = jest.spyOn(petitionSeconds, 'mineOf');
  await listFor(binh);
  const numbers = asked.mock.calls.map((call) => call[1]);
  expect(numbers).not.toContain(about);
  asked.mockRestore();
});

it('the rows are those that a rebuild makes', async () => {
  await expectRebuildsEqualLive(office.triage.service);
});
