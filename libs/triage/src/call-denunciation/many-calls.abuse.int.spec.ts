import { CALLED_A_DAY, INTAKE_TOPIC, type Alarms } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { alarmsController } from '@minh-bach/platform';
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
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '../commands/index.ts';
import { REGISTERED_AT, received } from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';
import {
  ProposedDecisionListHandler,
  ProposedDecisionListQuery,
} from '../proposed-decision-list/proposed-decision-list.query.ts';

const officer = (who: string): Actor => ({
  person: who,
  role: 'denunciation-officer',
  unit: 'KV-MH',
});
const OFFICERS = ['quyen', 'quynh', 'quyet', 'quoc'].map(officer);
const [quyen, quynh, quyet, quoc] = OFFICERS as [Actor, Actor, Actor, Actor];
const auditor = (who: string): Actor => ({ person: who, role: 'auditor', unit: 'CHQ' });
const AlarmsController = alarmsController('triage');

let database: TestDatabase;
let triage: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, { databaseUrl: database.url, now: REGISTERED_AT });
  const held = (who: string, unit: string, role: 'auditor' | 'denunciation-officer') => [
    person(who),
    post(who, unit, [role]),
  ];
  await triage.knows([
    ...organisation,
    ...OFFICERS.flatMap(({ person: who }) => held(who, 'KV-MH', 'denunciation-officer')),
    ...held('ha', 'CHQ', 'auditor'),
    ...held('thu', 'CHQ', 'auditor'),
  ]);
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

let registered = 0;
/** Calls so many petitions denunciations, each about these auditors. */
async function calls(by: Actor, respondents: readonly (readonly string[])[]): Promise<void> {
  for (const people of respondents) {
    const petition = `D26-0000${1000 + registered++}-0`;
    const tags = await Promise.all(people.map((who) => triage.service.shield.tagOf(who)));
    await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', {
      ...received,
      respondents: { units: [], people: tags.map((tag) => ({ tag, on: '2026-11-02' })) },
      petition,
    });
    await triage.heard(`triage.petition-${petition}`, 1);
    await ask(triage.service, call, petition, { reason: 'Tố cáo' }, askedBy(by));
  }
  await triage.caughtUp();
}

async function alarmsFor(who: string, about: Actor): Promise<Alarms['items']> {
  const list: Alarms = await new AlarmsController(triage.service).list({ limit: 50 }, auditor(who));
  return list.items.filter(({ person }) => person?.id === about.person);
}
const called = async (who: string, by: Actor): Promise<number> => {
  const query = new ProposedDecisionListQuery({ limit: 50 }, auditor(who));
  const { items } = await new ProposedDecisionListHandler(triage.service).execute(query);
  return items.filter(({ person }) => person.id === by.person).length;
};

describe('T28: an officer who calls many petitions denunciations', () => {
  it('is refused none; auditors read who did it, and no petition', async () => {
    await calls(
      quyen,
      Array.from({ length: CALLED_A_DAY }, () => []),
    );
    expect(await alarmsFor('ha', quyen)).toEqual([]);
    await calls(quyen, [[]]);
    for (const who of ['ha', 'thu']) {
      const [alarm, ...others] = await alarmsFor(who, quyen);
      expect(others).toEqual([]);
      expect(alarm).toMatchObject({ alarm: 'many-called-denunciations', unit: null });
      expect(JSON.stringify(alarm)).not.toContain('D26-');
    }
  });

  it('counts with what deputies call for that officer, who are named, too', async () => {
    const chief = officer('truc');
    const forChief = (who: string) => ({ ...officer(who), deputyFor: 'truc' });
    await calls(chief, [[], []]);
    await calls(forChief('tam'), [[], []]);
    await calls(forChief('tim'), [[]]);
    expect(await alarmsFor('ha', chief)).toEqual([]);
    await calls(forChief('tim'), [[]]);
    const [alarm] = await alarmsFor('ha', chief);
    expect(alarm).toMatchObject({ person: { id: 'truc' }, by: { id: 'tim' } });
  });

  it('is an alarm for those alone who see so many calls: no count tells of one about themselves', async () => {
    await calls(quynh, [[], [], [], ['thu'], [], []]);
    expect(await called('ha', quynh)).toBe(CALLED_A_DAY + 1);
    expect(await alarmsFor('ha', quynh)).toHaveLength(1);
    expect(await called('thu', quynh)).toBe(CALLED_A_DAY);
    expect(await alarmsFor('thu', quynh)).toEqual([]);
  });

  it.each([
    ['all auditors in each call', [['ha', 'thu']]],
    ['one auditor here and another there', [['ha'], ['thu']]],
  ])(
    'is read by all auditors where the officer names %s',
    async (_, [first = [], second = first]) => {
      const by = second === first ? quyet : quoc;
      await calls(by, [first, first, first, second, second, second]);
      for (const who of ['ha', 'thu']) expect(await alarmsFor(who, by)).toHaveLength(1);
    },
  );

  it('is in the rows that a rebuild makes', async () => {
    await expectRebuildsEqualLive(triage.service);
  });
});
