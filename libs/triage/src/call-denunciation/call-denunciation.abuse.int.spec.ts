import { INTAKE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  expectRebuildsEqualLive,
  ask,
  askedBy,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import {
  acceptance,
  call as callUseCase,
  classification,
  correction,
  settlement,
} from '../commands/index.ts';
import { petitionDecider } from '../domain/petition.decider.ts';
import { handlingOf } from '@minh-bach/platform';
import { TriagePageHandler, TriagePageQuery } from '../petition-page/petition-page.query.ts';
import {
  ProposedDecisionListHandler,
  ProposedDecisionListQuery,
} from '../proposed-decision-list/proposed-decision-list.query.ts';
import { TriageHistoryController } from '../triage-history.ts';
import { REGISTERED_AT, giang, khanh, received } from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';
import {
  TriageWorklistHandler,
  TriageWorklistQuery,
} from '../triage-worklist/triage-worklist.query.ts';

const ACCEPTED = 'D26-00000081-0';
const SETTLED = 'D26-00000082-0';
const TAKEN = 'D26-00000083-0';
const NAMED = 'D26-00000084-0';
const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
const nam: Actor = { person: 'nam', role: 'head', unit: 'HQ-DG' };
const oanh: Actor = { person: 'oanh', role: 'denunciation-officer', unit: 'HQ-SM' };
const vi: Actor = { person: 'vi', role: 'denunciation-officer', unit: 'CHQ' };
const ha: Actor = { person: 'ha', role: 'auditor', unit: 'CHQ' };

let database: TestDatabase;
let triage: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, { databaseUrl: database.url, now: REGISTERED_AT });
  await triage.knows([
    ...organisation,
    ...['giang', 'oanh', 'ha', 'nam', 'vi'].map((id) => person(id)),
    post('giang', 'HQ-SM', ['classifier']),
    post('oanh', 'HQ-SM', ['denunciation-officer']),
    post('ha', 'CHQ', ['auditor']),
    post('vi', 'CHQ', ['denunciation-officer']),
  ]);
  for (const petition of [ACCEPTED, SETTLED, TAKEN, NAMED]) {
    const data = { ...received, petition, ...(petition === NAMED ? { respondentUnit: null } : {}) };
    await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', data);
    await triage.heard(`triage.petition-${petition}`, 1);
  }
  for (const number of [ACCEPTED, SETTLED]) await classify(number, 'complaint');
  const conditions = { instance: 1, competentUnit: 'HQ-SM', conditionsMet: true } as const;
  const conditional = { ...conditions, reason: 'Đủ điều kiện' };
  await ask(triage.service, acceptance, ACCEPTED, conditional, askedBy(giang));
  const filed = { outcome: 'filed', competentBody: null, reason: 'Trùng' } as const;
  await ask(triage.service, settlement, SETTLED, filed, askedBy(giang));
  await triage.caughtUp();
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

async function classify(number: string, kind: 'complaint' | 'denunciation', actor = giang) {
  const body = { kind, reason: 'Đọc kỹ' };
  await ask(triage.service, classification, number, body, askedBy(actor));
  await triage.caughtUp();
}

async function call(number: string, actor: Actor, respondents?: Respondents): Promise<void> {
  const body = { reason: 'Nội dung là tố cáo', ...(respondents ? { respondents } : {}) };
  await ask(triage.service, callUseCase, number, body, askedBy(actor));
  await triage.caughtUp();
}

const page = (number: string, actor: Actor) =>
  new TriagePageHandler(triage.service).execute(new TriagePageQuery(number, actor));
const history = (number: string, actor: Actor) =>
  new TriageHistoryController(triage.service).history(number, {}, actor, undefined);
const listed = async (actor: Actor) => {
  const query = new TriageWorklistQuery({ view: 'all', limit: 20 }, actor);
  return (await new TriageWorklistHandler(triage.service).execute(query)).items;
};
const about = (people: readonly string[], units: readonly string[]) => ({
  units: [...units],
  people: people.map((id) => ({ person: id, on: '2026-11-02' })),
});
type Respondents = ReturnType<typeof about>;
const notFound = { code: 'NOT_FOUND' };

describe.each([
  ['that was accepted', ACCEPTED, 'accepted', oanh],
  ['that was filed', SETTLED, 'settled', khanh],
  ['before its decision', TAKEN, 'classified', oanh],
] as const)('T27: a complaint against a head %s', (_, number, state, actor) => {
  it('is his to see while nobody calls it a denunciation', async () => {
    expect(await page(number, binh)).toMatchObject({ kind: 'complaint' });
  });

  it(`${actor.person} of ${actor.unit}, a ${actor.role}, calls it one; nobody beside the line does`, async () => {
    for (const other of [nam, { ...oanh, unit: 'HQ-DG' }])
      await expect(call(number, other)).rejects.toMatchObject(notFound);
    const before = await page(number, khanh);
    await call(number, actor);
    const { case: opened, outcome, clocks } = before;
    expect(await page(number, khanh)).toMatchObject({
      kind: 'denunciation',
      isDenunciation: true,
      gist: null,
      state,
      case: opened,
      outcome,
      // Acceptance is the limit of a complaint.
      clocks: clocks.filter(({ rule }) => rule === 'XLD.HARD_45').map(({ rule }) => ({ rule })),
    });
  });

  it('is nothing to him from then on', async () => {
    for (const open of [page, history])
      await expect(open(number, binh)).rejects.toMatchObject(notFound);
    await expect(call(number, binh)).rejects.toMatchObject(notFound);
    expect((await listed(binh)).map((row) => row.number)).not.toContain(number);
    const row = (await listed(giang)).find((item) => item.number === number);
    expect(row).toMatchObject({ kind: 'denunciation', gist: null, state });
  });

  it('cannot be opened again by one who classifies', async () => {
    const opening = classify(number, 'complaint');
    if (state === 'classified') await opening;
    else await expect(opening).rejects.toMatchObject({ code: 'ALREADY_DECIDED' });
    expect(await page(number, giang)).toMatchObject({ kind: 'denunciation' });
  });
});

it('T27: the history says that the decision stays', async () => {
  const { entries } = await history(SETTLED, khanh);
  const last = entries.at(-1);
  expect(last).toMatchObject({ summary: { en: expect.stringContaining('after it was decided') } });
  expect(last).not.toHaveProperty('state');
});

describe('T27: names that would leave nobody, said while it is a complaint', () => {
  const EVERYBODY = about(['giang', 'oanh'], ['HQ-SM', 'KV-MH', 'CHQ']);
  const correct = (respondents: Respondents) =>
    ask(
      triage.service,
      correction,
      NAMED,
      { respondentUnit: null, respondents, reason: 'Đọc kỹ' },
      askedBy(giang),
    );

  it('are refused as they would be of a denunciation', async () => {
    await expect(correct(EVERYBODY)).rejects.toMatchObject({ code: 'NOBODY_LEFT' });
    await expect(call(NAMED, khanh, EVERYBODY)).rejects.toMatchObject({ code: 'NOBODY_LEFT' });
  });

  it('keep nobody from closing it where they are on record: it goes up to the auditors', async () => {
    const tags = await Promise.all(
      ['giang', 'oanh'].map(async (id) => ({
        tag: await triage.service.shield.tagOf(id),
        on: '2026-11-02',
        who: { person: id, post: null },
      })),
    );
    await triage.service.run({
      decider: petitionDecider,
      stream: `triage.petition-${NAMED}`,
      command: {
        type: 'CorrectRespondents',
        respondentUnit: null,
        respondents: { units: ['HQ-SM', 'KV-MH', 'CHQ'], people: tags },
        reason: 'Ghi từ trước',
      },
      context: askedBy(giang),
    });
    await call(NAMED, vi);
    for (const actor of [giang, binh, khanh, oanh])
      await expect(page(NAMED, actor)).rejects.toMatchObject(notFound);
    expect(
      await handlingOf(triage.service, {
        petition: NAMED,
        unit: 'HQ-SM',
        keptSince: '2026-11-18',
      }),
    ).toEqual({
      unit: 'CHQ',
      by: 'auditors',
      people: ['ha'],
    });
    expect(await page(NAMED, ha)).toMatchObject({
      kind: 'denunciation',
      handling: { isMine: true, hasMoved: true },
    });
  });
});

describe('T27: a person whom it may be about, who would call it one', () => {
  const ALL = 'D26-00000085-0';
  const respondents = async (...people: string[]) => ({
    units: ['HQ-SM', 'KV-MH', 'CHQ'],
    people: await Promise.all(
      people.map(async (id) => ({ tag: await triage.service.shield.tagOf(id), on: '2026-11-02' })),
    ),
  });
  const tell = async (petition: string, people: string[]) => {
    const data = { ...received, petition, respondents: await respondents(...people) };
    await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', data);
    await triage.heard(`triage.petition-${petition}`, 1);
    await triage.caughtUp();
  };

  it('does not, in whatever post; nor by classifying it', async () => {
    await tell(ALL, ['giang', 'oanh', 'ha']);
    const deputy = { ...oanh, person: 'x', deputyFor: 'oanh' } as Actor;
    for (const actor of [khanh, binh, oanh, deputy])
      await expect(call(ALL, actor)).rejects.toMatchObject({ code: 'ABOUT_ONESELF' });
    await expect(classify(ALL, 'denunciation', binh)).rejects.toMatchObject({
      code: 'ABOUT_ONESELF',
    });
    expect(await page(ALL, khanh)).toMatchObject({ kind: 'complaint' });
  });

  it('named personally, decides nothing of it as one of the staff either', async () => {
    for (const kind of ['complaint', 'denunciation'] as const)
      await expect(classify(ALL, kind)).rejects.toMatchObject(notFound);
    expect((await page(ALL, giang)).handling.isMine).toBe(false);
  });

  it('is kept out once a person calls it one whom it is not about', async () => {
    await call(ALL, vi);
    await expect(page(ALL, khanh)).rejects.toMatchObject(notFound);
    expect(await page(ALL, vi)).toMatchObject({ handling: { isMine: true, hasMoved: true } });
  });
});

describe('T27: a call that says no unit', () => {
  it('is the call of those on record: it names nobody in their place', async () => {
    const petition = 'D26-00000086-0';
    const data = { ...received, petition, respondentUnit: 'HQ-DG' };
    await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', data);
    await triage.heard(`triage.petition-${petition}`, 1);
    const body = { reason: 'Nội dung là tố cáo', respondentUnit: null };
    await ask(triage.service, callUseCase, petition, body, askedBy(binh));
    await triage.caughtUp();
    expect(await page(petition, binh)).toMatchObject({ kind: 'denunciation' });
    await expect(page(petition, nam)).rejects.toMatchObject(notFound);
  });
});

it('T28: whoever called one stands on the weekly list of the heads above, and of no head of the unit', async () => {
  const steps = async (actor: Actor) => {
    const query = new ProposedDecisionListQuery({ week: '2026-W47', limit: 25 }, actor);
    const { items } = await new ProposedDecisionListHandler(triage.service).execute(query);
    return items.map(({ number, step, person: { id } }) => `${number} ${step} ${id}`);
  };
  for (const actor of [khanh, ha])
    expect(await steps(actor)).toEqual(
      expect.arrayContaining([
        `${ACCEPTED} called oanh`,
        `${SETTLED} called khanh`,
        `${TAKEN} called oanh`,
      ]),
    );
  for (const actor of [binh, nam]) expect(await steps(actor)).toEqual([]);
});

it('the rows that grew are those that a rebuild makes', async () => {
  await expectRebuildsEqualLive(triage.service);
});
