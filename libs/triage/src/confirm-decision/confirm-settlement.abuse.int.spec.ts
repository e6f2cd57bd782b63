import { INTAKE_TOPIC } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  expectRebuildsEqualLive,
  ask,
  askedBy,
  deputy,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { classification, confirmation, declination, settlement } from '../commands/index.ts';
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

const DENOUNCED = 'D26-00000071-0';
const DECLINED = 'D26-00000072-0';
const LAST_RESORT = 'D26-00000073-0';
const HARD = 'XLD.HARD_45';
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
  for (const petition of [DENOUNCED, DECLINED, LAST_RESORT]) {
    const data = { ...received, declaredKind: 'denunciation', gist: null, petition };
    await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', data);
    await triage.heard(`triage.petition-${petition}`, 1);
    const body = { kind: 'denunciation', reason: null } as const;
    await ask(triage.service, classification, petition, body, askedBy(giang));
    await settle(petition);
  }
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

async function settle(number: string): Promise<void> {
  const body = { outcome: 'transferred', competentBody: 'Sở Y', reason: 'Không thuộc' } as const;
  await ask(triage.service, settlement, number, body, askedBy(giang));
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
const rowOf = async (number: string, actor: Actor) => {
  const query = new TriageWorklistQuery({ view: 'open', limit: 20 }, actor);
  const { items } = await new TriageWorklistHandler(triage.service).execute(query);
  return items.find((item) => item.number === number);
};
const steps = async (actor: Actor) => {
  const query = new ProposedDecisionListQuery({ week: '2026-W47', limit: 25 }, actor);
  const { items } = await new ProposedDecisionListHandler(triage.service).execute(query);
  return items
    .map(({ number, step, decision, person: { id } }) =>
      [number, step, decision.what === 'settlement' && decision.outcome, id].join(' '),
    )
    .sort();
};

describe('T28: an officer who would end a denunciation', () => {
  it('alone ends nothing: it stays open, its limit runs, and it says that it waits', async () => {
    expect(await page(DENOUNCED, giang)).toMatchObject({
      state: 'classified',
      outcome: null,
      clocks: [{ rule: HARD }],
    });
    expect(await rowOf(DENOUNCED, giang)).toMatchObject({
      state: 'classified',
      stateText: { en: 'Awaits a second person' },
      due: { rule: HARD },
    });
  });

  it('is not their own second person, whatever post they act in', async () => {
    for (const actor of [giang, giangAbove])
      await expect(answer(DENOUNCED, confirm(), actor)).rejects.toMatchObject({
        code: 'SECOND_PERSON_NEEDED',
      });
  });

  it('is not confirmed by their deputy of that day, in a post of their own either', async () => {
    const own: Actor = { person: 'lan', role: 'classifier', unit: 'HQ-SM' };
    const [from, to] = ['2026-11-01', '2026-12-31'];
    await triage.knows([
      person('lan'),
      post('lan', 'HQ-SM', ['classifier']),
      { ...deputy('lan', 'hq-sm.giang', from, to), alone: true },
    ]);
    await expect(answer(DENOUNCED, confirm(), own)).rejects.toMatchObject({
      code: 'SECOND_PERSON_NEEDED',
    });
  });

  it.each([
    ['a head who is denounced', binh],
    ['a head of another unit', nam],
    ['an auditor while somebody else is left', ha],
  ])('finds no second person in %s', async (_, actor) => {
    for (const command of [confirm(), decline])
      await expect(answer(DENOUNCED, command, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is told to the one who is to confirm: how it would end, where to, and why', async () => {
    expect((await page(DENOUNCED, khanh)).proposed).toMatchObject({
      decision: { what: 'settlement', outcome: 'transferred' },
      competentBody: 'Sở Y',
      by: { id: 'giang' },
      reason: 'Không thuộc',
    });
  });

  it('has it once another person above confirms; declined, it goes on', async () => {
    await answer(DECLINED, decline, khanh);
    expect(await page(DECLINED, khanh)).toMatchObject({ state: 'classified', proposed: null });
    await answer(DENOUNCED, confirm('Đồng ý'), khanh);
    expect(await page(DENOUNCED, giang)).toMatchObject({
      state: 'settled',
      outcome: 'transferred',
      proposed: null,
      clocks: [],
    });
    expect(await rowOf(DENOUNCED, giang)).toBeUndefined();
  });

  it('stands in the history with both names', async () => {
    const { entries } = await new TriageHistoryController(triage.service).history(
      DENOUNCED,
      {},
      khanh,
      undefined,
    );
    expect(entries.slice(-2)).toMatchObject([
      { type: 'SettlementProposed', actor: { person: 'giang', role: 'classifier' } },
      {
        type: 'PetitionSettled',
        actor: { person: 'khanh', role: 'head', unit: 'KV-MH' },
        changes: [{ value: 'Người giang' }, { value: 'Sở Y' }, { closed: 'working' }],
      },
    ]);
  });

  it('is on the weekly list of the heads above and the auditors, and of nobody who heads the unit', async () => {
    const all = [
      `${DENOUNCED} confirmed transferred khanh`,
      `${DENOUNCED} proposed transferred giang`,
      `${DECLINED} declined transferred khanh`,
      `${DECLINED} proposed transferred giang`,
      `${LAST_RESORT} proposed transferred giang`,
    ];
    for (const actor of [khanh, ha]) expect(await steps(actor)).toEqual(all);
    for (const actor of [binh, nam, { ...binh, unit: 'KV-MH' }])
      expect(await steps(actor)).toEqual([]);
  });

  it('needs the auditors to confirm where nobody else is left but the proposer and their deputy', async () => {
    const acted = (id: string) => deputy(id, 'hq-sm.binh', '2026-01-01', '2026-02-01');
    await triage.knows([acted('khanh'), acted('an')]);
    await answer(LAST_RESORT, confirm(), ha);
    expect(await page(LAST_RESORT, giang)).toMatchObject({ state: 'settled' });
  });
});

it('the rows that grew are those that a rebuild makes', async () => {
  await expectRebuildsEqualLive(triage.service);
});
