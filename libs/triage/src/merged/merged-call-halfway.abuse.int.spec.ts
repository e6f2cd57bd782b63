import { TRIAGE_TOPIC } from '@minh-bach/contracts';
import { DomainError, type Actor } from '@minh-bach/kernel';
import { ask, askedBy } from '@minh-bach/platform/specs';
import { createTestDatabase, eventually, type TestDatabase } from '@minh-bach/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { classification, note } from '../commands/index.ts';
import { REGISTERED_AT, giang } from '../triage.fixture.ts';
import { Merging } from './merging.fixture.ts';

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

const cuc: Actor = { person: 'cuc', role: 'classifier', unit: 'HQ-SM' };
const call = (number: string, over: object = {}) => {
  const body = { kind: 'denunciation', reason: 'Tố cáo', ...over } as const;
  return ask(office.triage.service, classification, number, body, askedBy(giang));
};
/** As where the process ends before this is written. */
const breaksOff = (before: string, number: string) => {
  const { service } = office.triage;
  const run = service.run.bind(service);
  service.run = async (asked) => {
    const { type } = asked.command as { type: string };
    if (type !== before || !asked.stream.endsWith(number)) return run(asked);
    service.run = run;
    throw new DomainError('STORE_UNAVAILABLE');
  };
};
const merged = async (one: object, into: object, ...others: object[]) => {
  const other = await office.petition(into);
  const more = await Promise.all(others.map((over) => office.petition(over)));
  const first = await office.petition(one);
  for (const number of [first, ...more]) await office.merge(number, other);
  return [first, other, ...more] as const;
};
const UNKNOWN = { respondentUnit: null };
const called = (numbers: readonly string[]) =>
  Promise.all(
    numbers.map(async (number) => {
      const { isDenunciation } = await office.triage.service.shield.protectionOf(number);
      return isDenunciation;
    }),
  );

describe('a call of merged petitions that breaks off between two of them', () => {
  it('is done for the other one by the next call, which knows nothing of the first', async () => {
    const both = await merged(UNKNOWN, UNKNOWN);
    breaksOff('ClassifyPetition', both[1]);
    await expect(call(both[0])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(await called(both)).toEqual([true, false]);
    await call(both[0]);
    expect(await called(both)).toEqual([true, true]);
  });

  it('is done by whatever comes next to the one that stayed open', async () => {
    const both = await merged(UNKNOWN, UNKNOWN);
    breaksOff('ClassifyPetition', both[1]);
    await expect(call(both[0])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    const asked = ask(office.triage.service, note, both[1], { text: 'x' } as never, askedBy(giang));
    await asked.catch(() => undefined);
    expect(await called(both)).toEqual([true, true]);
  });

  it('is done without anybody, once the service hears what it said itself', async () => {
    const both = await merged(UNKNOWN, UNKNOWN);
    breaksOff('ClassifyPetition', both[1]);
    await expect(call(both[0])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    const told = { petition: both[0], kind: 'denunciation' };
    await office.triage.neighbours.tell(TRIAGE_TOPIC, both[0], 'PetitionClassified', told);
    await eventually(async () => expect(await called(both)).toEqual([true, true]));
  });

  it('is done for all that were held, from any of them', async () => {
    const all = await merged(UNKNOWN, UNKNOWN, UNKNOWN);
    const last = all.at(-1)!;
    breaksOff('ClassifyPetition', last);
    await expect(call(all[1])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(await called(all)).toEqual([true, false, false]);
    await office.unmerge(last).catch(() => undefined);
    expect(await called(all)).toEqual([true, true, true]);
  });

  it('keeps whom it names from both, once anything comes next', async () => {
    const both = await merged(UNKNOWN, UNKNOWN);
    const respondents = { units: [], people: [{ person: 'cuc', on: '2026-11-02' }] };
    breaksOff('AddNames', both[1]);
    await expect(call(both[0], { respondents })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
    await call(both[0]);
    const { shield } = office.triage.service;
    const kept = await Promise.all(both.map((number) => shield.isRespondent(cuc, number)));
    expect(kept).toEqual([true, true]);
  });
});
