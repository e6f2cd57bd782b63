import { INTAKE_TOPIC } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  expectRebuildsEqualLive,
  askedBy,
  organisation,
  startTestService,
  type TestService,
  someoneOf,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { petitionDecider, type PetitionCommand } from './domain/petition.decider.ts';
import {
  CASE,
  PETITION as ACCEPTED,
  REGISTERED_AT,
  accept,
  classify,
  giang,
  note,
  received,
  settle,
} from './triage.fixture.ts';
import { PetitionRow } from './triage-worklist/petition-row.entity.ts';
import { triageService } from './triage.service.ts';

const SETTLED = 'D26-00000002-0';
const LEFT = 'D26-00000003-0';
const streamOf = (petition: string) => `triage.petition-${petition}`;

let database: TestDatabase;
let triage: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, {
    databaseUrl: database.url,
    now: REGISTERED_AT,
  });
  await triage.knows(organisation);
  for (const petition of [ACCEPTED, SETTLED, LEFT]) {
    await tell(petition);
    await triage.heard(streamOf(petition), 1);
  }
  await asked(ACCEPTED, note, classify(), accept());
  await asked(SETTLED, classify('feedback', 'Không nêu quyết định nào'), settle());
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

const tell = (petition: string) =>
  triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', { ...received, petition });

async function asked(petition: string, ...commands: PetitionCommand[]): Promise<void> {
  for (const command of commands)
    await triage.service.run({
      decider: petitionDecider,
      stream: streamOf(petition),
      command,
      context: askedBy(giang),
    });
  await triage.caughtUp();
}

const rows = async () => {
  const found = await triage.service.lists.dataSource.getRepository(PetitionRow).find();
  return new Map(found.map((row) => [row.petition, row]));
};
const typesIn = async (petition: string) =>
  (await triage.events(streamOf(petition))).map(({ event }) => event.type);

describe('a petition from reception', () => {
  it('is taken once, however often it is told', async () => {
    await tell(LEFT);
    await tell('D26-00000004-0');
    await triage.heard(streamOf('D26-00000004-0'), 1);
    expect(await typesIn(LEFT)).toEqual(['PetitionTaken']);
  });
});

describe('the worklist', () => {
  it('shows where each petition stands and the strictest clock that runs', async () => {
    const found = await rows();
    expect(found.get(ACCEPTED)).toMatchObject({ state: 'accepted', open: false, clocks: [] });
    expect(found.get(SETTLED)).toMatchObject({ state: 'settled', kind: 'feedback', open: false });
    expect(found.get(LEFT)).toMatchObject({
      state: 'taken',
      open: true,
      unit: 'HQ-SM',
      dueAt: new Date('2026-11-27T17:00:00.000Z'),
    });
  });
});

describe('what turns out to be a denunciation', () => {
  it('has no gist in the worklist any more', async () => {
    const petition = 'D26-00000005-0';
    await tell(petition);
    await triage.heard(streamOf(petition), 1);
    expect((await rows()).get(petition)?.gist).not.toBeNull();
    await asked(petition, classify('denunciation', 'Tố cáo cán bộ'));
    expect((await rows()).get(petition)).toMatchObject({ kind: 'denunciation', gist: null });
  });
});

describe('the history', () => {
  it('tells every step with its rules, and leaves what is sealed closed', async () => {
    const entries = await triage.service.history.of(ACCEPTED, 'petition.read', someoneOf('HQ-SM'));
    expect(entries.map(({ type }) => type)).toEqual([
      'PetitionTaken',
      'NoteAdded',
      'PetitionClassified',
      'PetitionAccepted',
    ]);
    expect(entries[0]?.rules.map(({ rule }) => rule)).toEqual(['KN1.ACCEPT.NEW', 'XLD.HARD_45']);
    expect(entries[1]?.changes).toMatchObject([{ value: null, closed: 'working' }]);
    expect(JSON.stringify(entries)).not.toContain('Đã gọi điện');
  });
  it('is found by the number of the case as well, by those above, by nobody else', async () => {
    expect(await triage.service.history.of(CASE, 'petition.read', someoneOf('CHQ'))).toHaveLength(
      4,
    );
    await expect(
      triage.service.history.of(CASE, 'petition.read', someoneOf('HQ-DG')),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
  it('as of a time holds what was recorded by then', async () => {
    expect(
      await triage.service.history.of(
        ACCEPTED,
        'petition.read',
        someoneOf('HQ-SM'),
        '2026-11-20T01:00:00Z',
      ),
    ).toEqual([]);
  });
});

describe('a petition that nobody touches', () => {
  it('breaches its clock once, and the superior is told', async () => {
    triage.clock.set(new Date('2026-11-27T17:00:00.000Z'));
    for (const _ of [1, 2]) {
      await triage.service.noticeBreaches();
      await triage.caughtUp();
    }
    expect(await typesIn(LEFT)).toEqual(['PetitionTaken', 'DeadlineBreached']);
    expect((await triage.events(streamOf(LEFT))).at(-1)?.event.data).toMatchObject({
      rule: 'KN1.ACCEPT.NEW',
      told: { person: 'khanh', unit: 'KV-MH' },
    });
    for (const done of [ACCEPTED, SETTLED])
      expect(await typesIn(done)).not.toContain('DeadlineBreached');
  });
  it('stays red when a note is added', async () => {
    const before = (await rows()).get(LEFT);
    await asked(LEFT, note);
    expect((await rows()).get(LEFT)).toEqual(before);
  });
});

it('the rows that grew are those that a rebuild makes', async () => {
  await expectRebuildsEqualLive(triage.service);
});
