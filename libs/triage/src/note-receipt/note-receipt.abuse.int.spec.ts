import { INTAKE_TOPIC } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readNotices } from '@minh-bach/platform';
import {
  deputy,
  expectRebuildsEqualLive,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { handlingOf } from '@minh-bach/platform';
import { petitions } from '../petition-stream.ts';
import { REGISTERED_AT, received } from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';

const LATE = 'D26-00000003-0';
const DENOUNCED = 'D26-00000097-0';
const streamOf = (petition: string) => `triage.petition-${petition}`;

let database: TestDatabase;
let triage: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, { databaseUrl: database.url, now: REGISTERED_AT });
  await triage.knows([
    ...organisation,
    deputy('giang', 'hq-sm.binh', '2026-11-18', '2026-11-18'),
    ...['giang', 'lan'].map((id) => person(id)),
    ...['giang', 'lan'].map((who) => post(who, 'HQ-SM', ['classifier'])),
  ]);
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

const take = (petition: string, over: object = {}) =>
  triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', {
    ...received,
    petition,
    ...over,
  });

/** Reception tells of the right day. @param events that then stand in the stream */
async function correct(petition: string, receivedOn: string, events: number) {
  const told = { petition, receivedOn };
  await triage.neighbours.tell(INTAKE_TOPIC, petition, 'ReceiptDateCorrected', told);
  await triage.heard(streamOf(petition), events);
  await triage.caughtUp();
}

const told = async () =>
  (await readNotices(triage.service, 'khanh', { limit: 25 })).items.map(({ due }) => due);

async function notice() {
  await triage.caughtUp();
  await triage.service.noticeBreaches();
  await triage.caughtUp();
}

describe('a receipt date that was corrected', () => {
  it('takes the warning from the superior’s list, and warns anew where it is late anew', async () => {
    await take(LATE, { datedOn: null });
    await triage.heard(streamOf(LATE), 1);
    triage.clock.set(new Date('2026-11-30T02:00:00.000Z'));
    await notice();
    expect(await told()).toEqual(['2026-11-27']);

    await correct(LATE, '2026-11-20', 6);
    expect(await told()).toEqual([]);
    const { items } = await readNotices(triage.service, 'khanh', { limit: 25, view: 'done' });
    expect(items).toMatchObject([{ due: '2026-11-27', isWithdrawn: true }]);
    await notice();
    expect(await told()).toEqual([]);

    // Back again: the same rule with the same last day is a clock of its own.
    await correct(LATE, '2026-11-18', 9);
    await notice();
    expect(await told()).toEqual(['2026-11-27']);
    await expectRebuildsEqualLive(triage.service);
  });

  it('is noted once, however often it is told', async () => {
    const before = (await triage.events(streamOf(LATE))).length;
    const same = { petition: LATE, receivedOn: '2026-11-18' };
    await triage.neighbours.tell(INTAKE_TOPIC, LATE, 'ReceiptDateCorrected', same);
    await triage.caughtUp();
    expect(await triage.events(streamOf(LATE))).toHaveLength(before);
  });

  it('lets nobody in who deputised for a respondent since the day that was said first', async () => {
    triage.clock.set(new Date(REGISTERED_AT));
    const people = [{ tag: await triage.service.shield.tagOf('binh'), on: '2026-11-02' }];
    const about = { respondentUnit: 'HQ-DG', respondents: { units: [], people }, gist: null };
    await take(DENOUNCED, { ...about, declaredKind: 'denunciation', datedOn: null });
    await triage.heard(streamOf(DENOUNCED), 1);
    const handlers = async () => {
      const events = await triage.events(streamOf(DENOUNCED));
      const state = events.reduce(
        (was, { event, metadata }) => petitions.decider.evolve(was, event as never, metadata),
        petitions.decider.initialState,
      );
      if (state.is === 'unknown') throw new Error('not taken');
      expect(state.keptSince).toBe('2026-11-18');
      const handling = await handlingOf(triage.service, { ...state, petition: DENOUNCED });
      return handling?.people ?? [];
    };
    expect(await handlers()).not.toContain('giang');
    await correct(DENOUNCED, '2026-11-20', 3);
    expect(await handlers()).not.toContain('giang');
  });
});
