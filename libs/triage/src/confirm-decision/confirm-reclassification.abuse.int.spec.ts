import { INTAKE_TOPIC, type DecisionProposed } from '@minh-bach/contracts';
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
import { classification, confirmation, declination } from '../commands/index.ts';
import type { ConfirmDecision, DeclineDecision } from '../domain/proposed-decision.ts';
import { TriagePageHandler, TriagePageQuery } from '../petition-page/petition-page.query.ts';
import {
  ProposedDecisionListHandler,
  ProposedDecisionListQuery,
} from '../proposed-decision-list/proposed-decision-list.query.ts';
import { TriageHistoryController } from '../triage-history.ts';
import { REGISTERED_AT, confirm, decline, giang, khanh, received } from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';
import {
  TriageWorklistHandler,
  TriageWorklistQuery,
} from '../triage-worklist/triage-worklist.query.ts';

const DENOUNCED = 'D26-00000041-0';
const DECLINED = 'D26-00000042-0';
const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
const nam: Actor = { person: 'nam', role: 'head', unit: 'HQ-DG' };
const ha: Actor = { person: 'ha', role: 'auditor', unit: 'CHQ' };
const giangAbove: Actor = { person: 'giang', role: 'head', unit: 'KV-MH', deputyFor: 'khanh' };

let database: TestDatabase;
let triage: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, { databaseUrl: database.url, now: REGISTERED_AT });
  await triage.knows([
    ...organisation,
    person('giang'),
    person('ha'),
    post('giang', 'HQ-SM', ['classifier']),
    post('ha', 'CHQ', ['auditor']),
  ]);
  for (const petition of [DENOUNCED, DECLINED]) {
    const data = { ...received, declaredKind: 'denunciation', gist: null, petition };
    await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', data);
    await triage.heard(`triage.petition-${petition}`, 1);
    await classify(petition);
  }
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

async function classify(number: string): Promise<void> {
  const body = { kind: 'complaint', reason: 'Không tố cáo ai' } as const;
  await ask(triage.service, classification, number, body, askedBy(giang));
  await triage.caughtUp();
}

async function answer(
  number: string,
  command: ConfirmDecision | DeclineDecision,
  actor: Actor,
): Promise<void> {
  const { service } = triage;
  if (command.type === 'ConfirmDecision')
    await ask(service, confirmation, number, command, askedBy(actor));
  else await ask(service, declination, number, command, askedBy(actor));
  await triage.caughtUp();
}

const page = (number: string, actor: Actor) =>
  new TriagePageHandler(triage.service).execute(new TriagePageQuery(number, actor));
const worklist = async (actor: Actor) => {
  const query = new TriageWorklistQuery({ view: 'open', limit: 20 }, actor);
  return (await new TriageWorklistHandler(triage.service).execute(query)).items;
};
const nameOf = (decision: DecisionProposed) =>
  decision.what === 'settlement'
    ? decision.outcome
    : decision.what === 'reclassification'
      ? decision.kind
      : decision.what;
const steps = async (actor: Actor, week = '2026-W47') => {
  const query = new ProposedDecisionListQuery({ week, limit: 25 }, actor);
  const { items, total } = await new ProposedDecisionListHandler(triage.service).execute(query);
  expect(total).toBe(items.length);
  return items.map(({ number, step, decision, person: { id } }) =>
    [number, step, nameOf(decision), id].join(' '),
  );
};

describe('T28: a classifier who would have a denunciation as a complaint', () => {
  it('alone changes nothing: it stays closed, and says that it waits', async () => {
    expect(await page(DENOUNCED, giang)).toMatchObject({ kind: 'denunciation', gist: null });
    expect(await worklist(binh)).toEqual([]);
    const [row] = await worklist(giang);
    expect(row).toMatchObject({
      kind: 'denunciation',
      stateText: { en: expect.stringContaining('second person') },
    });
  });

  it('is not their own second person, whatever post they act in', async () => {
    for (const actor of [giang, giangAbove])
      await expect(answer(DENOUNCED, confirm(), actor)).rejects.toMatchObject({
        code: 'SECOND_PERSON_NEEDED',
      });
  });

  it.each([
    ['who is denounced', binh],
    ['of another unit', nam],
  ])('finds none in a head %s', async (_, actor) => {
    for (const command of [confirm(), decline])
      await expect(answer(DENOUNCED, command, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is told with their reason to the one who is to confirm', async () => {
    expect(await page(DENOUNCED, khanh)).toMatchObject({
      proposed: {
        decision: { what: 'reclassification', kind: 'complaint' },
        by: { id: 'giang', name: 'Người giang' },
        reason: 'Không tố cáo ai',
      },
    });
  });

  it('has it once another person above confirms; what was shut stays shut', async () => {
    await answer(DECLINED, decline, khanh);
    expect(await page(DECLINED, khanh)).toMatchObject({
      kind: 'denunciation',
      proposed: null,
    });
    await answer(DENOUNCED, confirm('Đồng ý'), khanh);
    expect(await page(DENOUNCED, giang)).toMatchObject({
      kind: 'complaint',
      gist: null,
      proposed: null,
    });
  });

  it('stands in the history with both names', async () => {
    const { entries } = await new TriageHistoryController(triage.service).history(
      DENOUNCED,
      {},
      khanh,
      undefined,
    );
    expect(entries.slice(1)).toMatchObject([
      { type: 'ReclassificationProposed', actor: { person: 'giang', role: 'classifier' } },
      {
        type: 'PetitionClassified',
        actor: { person: 'khanh', role: 'head', unit: 'KV-MH' },
        changes: [{ value: 'Người giang' }, { closed: 'working' }],
      },
    ]);
  });

  it('is on the weekly list of the heads above and the auditors, and of nobody who heads the unit', async () => {
    const all = [
      `${DENOUNCED} proposed complaint giang`,
      `${DECLINED} proposed complaint giang`,
      `${DECLINED} declined complaint khanh`,
      `${DENOUNCED} confirmed complaint khanh`,
    ];
    for (const actor of [khanh, ha])
      expect((await steps(actor)).toSorted()).toEqual(all.toSorted());
    expect(await steps(khanh, '2026-W48')).toEqual([]);
    for (const actor of [binh, nam, { ...binh, unit: 'KV-MH' }])
      expect(await steps(actor)).toEqual([]);
  });
});

it('the rows that grew are those that a rebuild makes', async () => {
  await expectRebuildsEqualLive(triage.service);
});
