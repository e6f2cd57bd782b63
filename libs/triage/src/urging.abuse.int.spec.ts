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
import { classification, delayReport, settlement, urging } from './commands/index.ts';
import { TriagePageHandler, TriagePageQuery } from './petition-page/petition-page.query.ts';
import { TriageHistoryController } from './triage-history.ts';
import {
  TriageWorklistHandler,
  TriageWorklistQuery,
} from './triage-worklist/triage-worklist.query.ts';
import { REGISTERED_AT, giang, khanh, received } from './triage.fixture.ts';
import { triageService } from './triage.service.ts';

const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
const an: Actor = { person: 'an', role: 'head', unit: 'CHQ' };
const nam: Actor = { person: 'nam', role: 'head', unit: 'HQ-DG' };
const oanh: Actor = { person: 'oanh', role: 'classifier', unit: 'KV-MH' };

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
  const data = { ...received, petition: number, ...over };
  await triage.neighbours.tell(INTAKE_TOPIC, number, 'PetitionReceived', data);
  await triage.heard(`triage.petition-${number}`, 1);
  return number;
}
/** Of the head of the region and of the post: it is theirs to know nothing of. */
const against = (...units: string[]) =>
  petition({
    declaredKind: 'denunciation',
    gist: null,
    respondentUnit: units[0]!,
    respondents: { units: units.slice(1), people: [] },
  });

const REQUEST = 'Giải quyết trước ngày 05/12';
const body = {
  ground: 'overdue',
  letter: '1205/KVMH-TTKT',
  letterOn: '2026-11-19',
  request: REQUEST,
} as const;
async function urge(number: string, actor: Actor, over: object = {}) {
  const outcome = await ask(triage.service, urging, number, body, askedBy(actor, over));
  await triage.caughtUp();
  return outcome;
}
const page = (number: string, actor: Actor) =>
  new TriagePageHandler(triage.service).execute(new TriagePageQuery(number, actor));
const revisionOf = async (number: string) => (await page(number, giang)).revision;
const notFound = { code: 'NOT_FOUND' };

describe('T2: a petition of a lower unit', () => {
  it('is urged by the head directly above, and by nobody else', async () => {
    const number = await petition();
    // Its own unit, one beside it, and a role without the right: it is not there for them to urge.
    for (const actor of [binh, giang, nam])
      await expect(urge(number, actor)).rejects.toMatchObject(notFound);
    for (const actor of [an, oanh, { ...an, person: 'nam' }, { ...khanh, person: 'binh' }])
      await expect(urge(number, actor)).rejects.toMatchObject({ code: 'NOT_DIRECTLY_ABOVE' });
    expect(await revisionOf(number)).toBe(0);
    expect((await page(number, khanh)).handling.mayUrge).toBe(true);
    for (const actor of [an, binh, oanh])
      expect((await page(number, actor)).handling.mayUrge).toBe(false);
    await urge(number, khanh);
    expect(await revisionOf(number)).toBe(1);
  });

  it('shows the urged unit who asks for what, and the history says it without the request', async () => {
    const number = await petition();
    await urge(number, khanh);
    expect(await page(number, giang)).toMatchObject({
      urgings: [
        {
          by: { id: 'khanh' },
          unit: { id: 'KV-MH' },
          to: { id: 'HQ-SM' },
          letter: '1205/KVMH-TTKT',
          letterOn: '2026-11-19',
          request: REQUEST,
        },
      ],
    });
    const histories = new TriageHistoryController(triage.service);
    const { entries } = await histories.history(number, {}, giang, undefined);
    expect(entries.at(-1)).toMatchObject({
      type: 'LowerUnitUrged',
      summary: { vi: 'Cấp trên đôn đốc HQ-SM giải quyết đơn.' },
      rules: [{ rule: 'TRIAGE.170' }],
    });
    expect(JSON.stringify(entries)).not.toContain(REQUEST);
  });

  it('stands on the lists of both units with the day on which it was urged', async () => {
    const [urged, other] = [await petition(), await petition()];
    await urge(urged, khanh);
    for (const actor of [giang, khanh]) {
      const query = new TriageWorklistQuery({ view: 'open', limit: 50 }, actor);
      const { items } = await new TriageWorklistHandler(triage.service).execute(query);
      const shown = (number: string) => items.find((row) => row.number === number)?.shown;
      expect(shown(urged)).toEqual({ urgedOn: '2026-11-20' });
      expect(shown(other)).toEqual({ urgedOn: null });
    }
  });

  it('is urged once, however often the same command arrives', async () => {
    const number = await petition();
    const commandId = '00000000-0000-4000-8000-000000000012';
    const first = await urge(number, khanh, { commandId });
    expect(await urge(number, khanh, { commandId })).toMatchObject({ revision: first.revision });
    expect(await revisionOf(number)).toBe(1);
    await expect(urge(number, khanh)).rejects.toMatchObject({ code: 'ALREADY_URGED' });
  });

  it('is not urged on what somebody has not read', async () => {
    const number = await petition();
    await ask(
      triage.service,
      classification,
      number,
      { kind: 'complaint', reason: null },
      askedBy(giang),
    );
    await triage.caughtUp();
    await expect(urge(number, khanh, { ifMatch: 0 })).rejects.toMatchObject({
      code: 'REVISION_CHANGED',
    });
  });

  it('is not urged once it has ended', async () => {
    const number = await petition();
    await ask(
      triage.service,
      classification,
      number,
      { kind: 'complaint', reason: null },
      askedBy(giang),
    );
    const filed = { outcome: 'filed', competentBody: null, reason: 'Trùng' } as const;
    await ask(triage.service, settlement, number, filed, askedBy(giang));
    await triage.caughtUp();
    await expect(urge(number, khanh)).rejects.toMatchObject({ code: 'ALREADY_DECIDED' });
    expect((await page(number, khanh)).handling.mayUrge).toBe(false);
  });
});

describe('T27: a denunciation', () => {
  it('is not there for those whom it is about, though they stand directly above', async () => {
    const number = await against('KV-MH');
    await expect(urge(number, khanh)).rejects.toMatchObject(notFound);
    await expect(page(number, khanh)).rejects.toMatchObject(notFound);
  });

  it('is urged by the next head above whom it is not about', async () => {
    const number = await against('KV-MH');
    expect((await page(number, an)).handling.mayUrge).toBe(true);
    await urge(number, an);
    expect((await page(number, giang)).urgings).toMatchObject([{ unit: { id: 'CHQ' } }]);
  });

  it('is urged in the unit that handles it, where it has gone up', async () => {
    // Nobody who may classify is left in its own unit.
    const number = await petition({
      declaredKind: 'denunciation',
      gist: null,
      respondentUnit: 'HQ-SM',
      respondents: {
        units: [],
        people: [{ tag: await triage.service.shield.tagOf('giang'), on: '2026-11-02' }],
      },
    });
    // It falls to the region: the region does not urge itself.
    await expect(urge(number, khanh)).rejects.toMatchObject({ code: 'NOT_DIRECTLY_ABOVE' });
    await urge(number, an);
    expect((await page(number, khanh)).urgings).toMatchObject([{ to: { id: 'KV-MH' } }]);
    for (const actor of [binh, giang])
      await expect(page(number, actor)).rejects.toMatchObject(notFound);
  });

  it('gives the unit five working days to report, with their rule', async () => {
    const number = await against('HQ-SM');
    await urge(number, khanh);
    const { clocks } = await page(number, giang);
    expect(clocks.find(({ rule }) => rule === 'TC.OVERDUE_REPORT')).toMatchObject({
      due: '2026-11-27',
      law: 'Luật Tố cáo Đ.38 k.3',
    });
  });
});

describe('T2: the report on the delay', () => {
  const report = { letter: null, report: 'Thiếu người xác minh' };
  const send = (number: string, actor: Actor) =>
    ask(triage.service, delayReport, number, report, askedBy(actor));

  it('comes from those whom the denunciation falls to, and is read above', async () => {
    const number = await against('HQ-SM');
    await urge(number, khanh);
    for (const actor of [binh, khanh, an, nam])
      await expect(send(number, actor)).rejects.toMatchObject(notFound);
    await send(number, giang);
    await triage.caughtUp();
    expect(await page(number, khanh)).toMatchObject({
      urgings: [{ report: { by: { id: 'giang' }, text: 'Thiếu người xác minh' } }],
    });
    await expect(send(number, giang)).rejects.toMatchObject({ code: 'NO_REPORT_AWAITED' });
  });
});

it('the rows that grew are those that a rebuild makes', async () => {
  await expectRebuildsEqualLive(triage.service);
});
