import { ask, askedBy, expectRebuildsEqualLive } from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptance, classification, correction, settlement, striking } from '../commands/index.ts';
import { REGISTERED_AT, giang } from '../triage.fixture.ts';
import { Merging, binh, reason } from './merging.fixture.ts';

const office = new Merging();
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await office.start({ databaseUrl: database.url, now: REGISTERED_AT });
});
afterAll(async () => {
  await expectRebuildsEqualLive(office.triage.service);
  await office.triage.close();
  await database.drop();
});

const NOBODY = { units: [], people: [] };
const HUNG = { units: [], people: [{ person: 'hung', on: '2026-11-02' }] };
const namingHung = async () => {
  const tag = await office.triage.service.shield.tagOf('hung');
  return { respondents: { units: [], people: [{ tag, on: '2026-11-02' }] } };
};
const merged = async (over: object = {}) => {
  const [one, into] = [await office.petition(over), await office.petition(over)];
  await office.merge(one, into);
  return [one, into] as const;
};
const settle = (number: string, outcome: string) => {
  const competentBody = outcome === 'guided' || outcome === 'transferred' ? 'Tòa án' : null;
  const body = { outcome, competentBody, reason: 'x' };
  return ask(office.triage.service, settlement, number, body as never, askedBy(giang));
};
const correct = (number: string, respondentUnit: string | null, respondents: object = NOBODY) => {
  const body = { respondentUnit, respondents, reason };
  return ask(office.triage.service, correction, number, body as never, askedBy(giang));
};
const MERGED = { state: 'settled', outcome: 'merged' };
/** It is worked on again: with its limits, in the list, and the history says why. */
async function expectApart(one: string, into: string, why: string) {
  await office.triage.caughtUp();
  const page = await office.page(one);
  expect(page).toMatchObject({ state: 'taken', merged: { into: null } });
  expect(page.clocks).toHaveLength(2);
  expect(await office.open(giang)).toContain(one);
  expect(await office.historyOf(one)).toContain(why);
  expect((await office.page(into)).merged.from).toEqual([]);
}
const OTHER_NAMES = 'người, đơn vị bị khiếu nại của đơn kia được đính chính';

describe('T1: a complaint that is laid into another which says something else', () => {
  it.each([
    ['another matter', 'Cán bộ đòi tiền để thông quan lô thủy sản', undefined],
    ['the same words, of another paper', 'Khiếu nại quyết định 34', 'Khiếu nại quyết định 12'],
    ['nothing that is known', null, undefined],
    ['nothing that is known, both', null, null],
  ] as const)('is not ended by it: %s', async (_, gist, other) => {
    const [one, into] = [
      await office.petition({ gist }),
      await office.petition(other === undefined ? {} : { gist: other }),
    ];
    await expect(office.merge(one, into)).rejects.toMatchObject({ code: 'MERGE_CONTENT_DIFFERS' });
    expect(await office.page(one)).toMatchObject({ state: 'taken' });
    const events = await office.triage.events(`triage.petition-${into}`);
    expect(events.map(({ event }) => event.type)).not.toContain('DuplicateTakenIn');
  });

  it('is merged where half of the words are the same, in capitals and without marks, too', async () => {
    const gist = 'KHIEU NAI QUYET DINH AN DINH THUE LAN NAY';
    const [one, into] = [await office.petition({ gist }), await office.petition()];
    await office.merge(one, into);
    expect(await office.page(one)).toMatchObject(MERGED);
  });
});

describe('T1: a petition that holds others', () => {
  it.each(['not_accepted', 'guided', 'transferred', 'filed'])(
    'does not end without a decision on what they say: %s',
    async (outcome) => {
      const [one, into] = await merged();
      await office.classify(into);
      await expect(settle(into, outcome)).rejects.toMatchObject({ code: 'MERGE_HOLDS_OTHERS' });
      await office.unmerge(one);
      await settle(into, outcome);
      await office.triage.caughtUp();
      expect(await office.page(into)).toMatchObject({ state: 'settled', outcome });
      expect(await office.page(one)).toMatchObject({ state: 'taken' });
      expect(await office.open(giang)).toContain(one);
    },
  );

  it('is accepted with them', async () => {
    const [one, into] = await merged();
    await office.classify(into);
    const accepted = { instance: 1, competentUnit: 'HQ-SM', conditionsMet: true, reason: 'x' };
    await ask(office.triage.service, acceptance, into, accepted as never, askedBy(giang));
    expect(await office.page(one)).toMatchObject(MERGED);
  });
});

describe('T4, T28: names of the one that others are merged into', () => {
  it('are taken out: the one that still has them is dealt with by itself', async () => {
    const [one, into] = await merged(await namingHung());
    await correct(into, 'HQ-SM');
    await expectApart(one, into, OTHER_NAMES);
    await expect(office.merge(one, into)).rejects.toMatchObject({
      code: 'MERGE_RESPONDENTS_DIFFER',
    });
  });

  it('and the unit complained of is another one', async () => {
    const [one, into] = await merged();
    await correct(into, 'HQ-DG');
    await expectApart(one, into, OTHER_NAMES);
    const [two, open] = await merged({ respondentUnit: null });
    const body = { kind: 'complaint', reason: null, respondentUnit: 'HQ-DG' } as never;
    await ask(office.triage.service, classification, open, body, askedBy(giang));
    await expectApart(two, open, OTHER_NAMES);
  });

  it('and also after it was accepted', async () => {
    const [one, into] = await merged();
    await office.classify(into);
    const accepted = { instance: 1, competentUnit: 'HQ-SM', conditionsMet: true, reason: 'x' };
    await ask(office.triage.service, acceptance, into, accepted as never, askedBy(giang));
    await correct(into, 'HQ-DG');
    await expectApart(one, into, OTHER_NAMES);
  });

  it('are struck out by a second person', async () => {
    const named = { ...(await namingHung()), respondentUnit: 'HQ-DG' };
    const [one, into] = [await office.petition(named), await office.petition(named)];
    for (const each of [one, into]) await correct(each, 'HQ-DG');
    await office.merge(one, into);
    await ask(office.triage.service, striking, into, { reason } as never, askedBy(binh));
    await expectApart(one, into, OTHER_NAMES);
  });

  it('are added to: whoever is named in the one opened its sender by the other', async () => {
    const [one, into] = await merged();
    await correct(into, 'HQ-SM', HUNG);
    await expectApart(one, into, OTHER_NAMES);
  });
});

describe('T1: what happens to the other one while a petition is merged into it', () => {
  /** After all was asked, right before it is written. */
  const atLast = (happens: () => Promise<unknown>) => {
    const { service } = office.triage;
    const run = service.run.bind(service);
    service.run = (asked) => {
      if ((asked.command as { type: string }).type !== 'MergePetition') return run(asked);
      service.run = run;
      return run({
        ...asked,
        beforeDecision: async (loaded) => {
          await asked.beforeDecision?.(loaded);
          await happens();
        },
      });
    };
  };

  it('counts: its names', async () => {
    const [one, into] = [await office.petition(), await office.petition()];
    atLast(() => correct(into, 'HQ-DG'));
    await office.merge(one, into);
    await expectApart(one, into, OTHER_NAMES);
  });

  it('counts: that it is settled', async () => {
    const [one, into] = [await office.petition(), await office.petition()];
    await office.classify(into);
    atLast(() => settle(into, 'filed'));
    await office.merge(one, into);
    await expectApart(one, into, 'đơn kia vừa được xử lý');
  });
});
