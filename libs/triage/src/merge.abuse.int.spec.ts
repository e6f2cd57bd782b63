import { INTAKE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
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
import { call, classification, merging, unmerging } from './commands/index.ts';
import { TriagePageHandler, TriagePageQuery } from './petition-page/petition-page.query.ts';
import { TriageHistoryController } from './triage-history.ts';
import {
  TriageWorklistHandler,
  TriageWorklistQuery,
} from './triage-worklist/triage-worklist.query.ts';
import { REGISTERED_AT, giang, khanh, received } from './triage.fixture.ts';
import { triageService } from './triage.service.ts';

const oanh: Actor = { person: 'oanh', role: 'classifier', unit: 'KV-MH' };
const nam: Actor = { person: 'nam', role: 'head', unit: 'HQ-DG' };

let database: TestDatabase;
let triage: TestService;
let drawn = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, { databaseUrl: database.url, now: REGISTERED_AT });
  await triage.knows([
    ...organisation,
    ...['giang', 'nam', 'oanh'].map((id) => person(id)),
    post('giang', 'HQ-SM', ['classifier']),
    post('nam', 'HQ-DG', ['head']),
    post('oanh', 'KV-MH', ['classifier']),
  ]);
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

async function petition(over: Partial<typeof received> = {}): Promise<string> {
  const number = `D26-${String(++drawn).padStart(8, '0')}-0`;
  const data = { ...received, respondentUnit: 'KV-MH', petition: number, ...over };
  await triage.neighbours.tell(INTAKE_TOPIC, number, 'PetitionReceived', data);
  await triage.heard(`triage.petition-${number}`, 1);
  return number;
}
const reason = 'Cùng nội dung';
async function merge(number: string, into: string, actor: Actor = giang) {
  await ask(triage.service, merging, number, { into, reason }, askedBy(actor));
  await triage.caughtUp();
}
async function unmerge(number: string, actor: Actor = giang) {
  await ask(triage.service, unmerging, number, { reason: 'Khác việc' }, askedBy(actor));
  await triage.caughtUp();
}
const page = (number: string, actor = giang) =>
  new TriagePageHandler(triage.service).execute(new TriagePageQuery(number, actor));
const historyOf = async (number: string, actor = giang) => {
  const told = await new TriageHistoryController(triage.service).history(
    number,
    {},
    actor,
    undefined,
  );
  return JSON.stringify(told);
};
const open = async (actor: Actor) => {
  const query = new TriageWorklistQuery({ view: 'open', limit: 50 }, actor);
  const { items } = await new TriageWorklistHandler(triage.service).execute(query);
  return items.map(({ number }) => number);
};
const UNKNOWN = { code: 'MERGE_TARGET_UNKNOWN' };

describe('one petition that was sent to three units', () => {
  it('is merged and taken out again by who may act in both units, and both pages say so', async () => {
    const [here, there, above] = [
      await petition(),
      await petition({ unit: 'HQ-DG' }),
      await petition({ unit: 'KV-MH' }),
    ];
    await merge(here, above, oanh);
    await merge(there, above.toLowerCase(), oanh);
    expect(await page(here, oanh)).toMatchObject({
      outcome: 'merged',
      stateText: { vi: 'Đã nhập vào đơn khác' },
      clocks: [],
      merged: { into: above, from: [] },
    });
    expect((await page(above, oanh)).merged).toEqual({ into: null, from: [here, there] });
    // The desk of one unit learns nothing of another's.
    expect((await page(here, giang)).merged).toEqual({ into: null, from: [] });
    expect(await historyOf(here)).not.toContain(above);
    expect(await historyOf(above, oanh)).toContain('được nhập vào đơn này');
    const left = await open(oanh);
    expect([left.includes(here), left.includes(above)]).toEqual([false, true]);

    await unmerge(there, oanh);
    expect(await page(there, oanh)).toMatchObject({ state: 'taken', merged: { into: null } });
    expect((await page(there, oanh)).clocks).toHaveLength(2);
    expect((await page(above, oanh)).merged.from).toEqual([here]);
    expect(await open(oanh)).toContain(there);
  });

  it('goes into none of another unit, into none that there is not, and no circle', async () => {
    const [one, other, foreign] = [
      await petition(),
      await petition(),
      await petition({ unit: 'HQ-DG' }),
    ];
    for (const into of [foreign, 'D26-99999999-0', 'không phải số'])
      await expect(merge(one, into)).rejects.toMatchObject(UNKNOWN);
    await expect(merge(one, other, nam)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(merge(one, one)).rejects.toMatchObject({ code: 'MERGE_INTO_ITSELF' });
    await merge(one, other);
    await expect(merge(other, one)).rejects.toMatchObject({ code: 'MERGE_HOLDS_OTHERS' });
    const third = await petition();
    await expect(merge(third, one)).rejects.toMatchObject({ code: 'MERGE_TARGET_SETTLED' });
  });

  it('leaves no trace on the other one where it cannot be merged', async () => {
    const [one, other] = [await petition(), await petition({ declaredKind: 'feedback' })];
    await expect(merge(one, other)).rejects.toMatchObject({ code: 'MERGE_KIND_DIFFERS' });
    expect((await page(other)).revision).toBe(0);
  });
});

describe('Luật Tố cáo Đ.56: a denunciation', () => {
  it('that its reader may not see is answered as one that there is not', async () => {
    const hidden = await petition({
      ...{ declaredKind: 'denunciation', gist: null, respondentUnit: 'HQ-SM' },
    });
    const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
    const one = await petition();
    await expect(merge(one, hidden, binh)).rejects.toMatchObject(UNKNOWN);
    await expect(merge(one, hidden)).rejects.toMatchObject({ code: 'MERGE_DENUNCIATION' });
  });

  it('that a merged one is found to be is named to nobody whom it is about', async () => {
    const [one, other] = [await petition(), await petition()];
    await merge(one, other);
    const said = { reason: 'Tố cáo', respondentUnit: null };
    await ask(triage.service, call, one, said, askedBy(giang));
    await triage.caughtUp();
    expect((await page(other, giang)).merged.from).toEqual([one]);
    expect((await page(other, khanh)).merged.from).toEqual([]);
    expect(await historyOf(other, khanh)).not.toContain(one);
  });
});

describe('rows of merged petitions', () => {
  it('are the same when they are built again', async () => {
    const [one, other] = [await petition(), await petition()];
    await ask(
      triage.service,
      classification,
      one,
      { kind: 'complaint', reason: null },
      askedBy(giang),
    );
    await merge(one, other);
    await unmerge(one);
    expect(await page(one)).toMatchObject({ state: 'classified', outcome: null });
    await expectRebuildsEqualLive(triage.service);
  });
});
