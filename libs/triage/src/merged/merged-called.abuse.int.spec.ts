import { ask, askedBy, expectRebuildsEqualLive } from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptance, call, classification, correction, settlement } from '../commands/index.ts';
import { REGISTERED_AT, giang } from '../triage.fixture.ts';
import { Merging, binh, quyen } from './merging.fixture.ts';

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
const said = { reason: 'Tố cáo', respondentUnit: null };
const merged = async () => {
  const both = [await office.petition(), await office.petition()] as const;
  await office.merge(...both);
  return both;
};

describe('T1: two petitions of one content, of which one is called a denunciation', () => {
  const calls = (number: string) => ask(office.triage.service, call, number, said, askedBy(quyen));
  const classifies = (number: string) => {
    const body = { ...said, kind: 'denunciation' } as const;
    return ask(office.triage.service, classification, number, body, askedBy(giang));
  };

  it.each([
    ['the one that holds the other', 1, calls],
    ['the one that was merged', 0, calls],
    ['the one that holds the other, by who classifies it', 1, classifies],
  ] as const)(
    '%s: neither is open to who it is about, both are to decide',
    async (_, which, finds) => {
      const both = await merged();
      await finds(both[which]);
      await office.triage.caughtUp();
      for (const number of both) {
        await expect(office.page(number, binh)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        const page = await office.page(number, giang);
        expect(page).toMatchObject({ kind: 'denunciation', state: 'classified', outcome: null });
        expect(page.merged).toEqual({ into: null, from: [] });
        expect(page.clocks.map(({ rule }) => rule)).toEqual(['XLD.HARD_45']);
        await expect(office.unmerge(number, binh)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      }
      expect(await office.open(giang)).toEqual(expect.arrayContaining([...both]));
      expect(await office.open(binh)).not.toEqual(expect.arrayContaining([both[0]]));
      await expectRebuildsEqualLive(office.triage.service);
    },
  );

  it('also when the other one was decided meanwhile', async () => {
    const both = await merged();
    await office.classify(both[1]);
    const accepted = { instance: 1, competentUnit: 'HQ-SM', conditionsMet: true, reason: 'x' };
    await ask(office.triage.service, acceptance, both[1], accepted as never, askedBy(giang));
    await ask(office.triage.service, call, both[0], said, askedBy(quyen));
    for (const number of both)
      await expect(office.page(number, binh)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await office.page(both[1])).state).toBe('accepted');
  });

  it('is called even by who merged and took out as often as a day allows', async () => {
    const both = [await office.petition(), await office.petition()] as const;
    for (let n = 0; n < 10; n += 1) {
      await office.merge(...both);
      if (n < 9) await office.unmerge(both[0]);
    }
    await ask(office.triage.service, call, both[0], said, askedBy(giang));
    await expect(office.page(both[0], binh)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('where the other one names the caller: that one is not theirs to call, this one is', async () => {
    const both = await merged();
    const people = [{ person: 'quyen', on: '2026-11-02' }];
    const named = { respondentUnit: 'HQ-SM', respondents: { units: [], people }, reason: 'x' };
    await ask(office.triage.service, correction, both[1], named, askedBy(giang));
    await ask(office.triage.service, call, both[0], said, askedBy(quyen));
    await expect(office.page(both[0], binh)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await office.page(both[1])).merged).toEqual({ into: null, from: [] });
  });
});

describe('T1: the one that others are merged into', () => {
  it('tells of them neither by its history nor by its revision, and both go on in step', async () => {
    const [one, other] = [await office.petition(), await office.petition()];
    await office.classify(other);
    const before = [await office.historyOf(other, binh), await office.page(other, binh)] as const;
    const seen = { ifMatch: before[1].revision };
    await office.merge(one, other);
    await office.unmerge(one);
    const after = [await office.historyOf(other, binh), await office.page(other, binh)] as const;
    expect(after).toEqual(before);
    const filed = { outcome: 'filed', competentBody: null, reason: 'x' };
    const done = await ask(
      office.triage.service,
      settlement,
      other,
      filed as never,
      askedBy(giang, seen),
    );
    expect(done.revision).toBe(seen.ifMatch + 1);
    expect((await office.page(other, binh)).revision).toBe(seen.ifMatch + 1);
    const { entries } = JSON.parse(await office.historyOf(other, binh)) as {
      entries: { revision: number }[];
    };
    expect(entries.map(({ revision }) => revision)).toEqual(entries.map((_, i) => i));
  });
});
