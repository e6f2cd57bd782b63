import { INTAKE_TOPIC, type Role } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  deputy,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { areOneWillSince } from '@minh-bach/platform';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { classification, confirmation, declination, settlement } from '../commands/index.ts';
import { REGISTERED_AT, received } from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';
import { handlingOf } from '@minh-bach/platform';

const DENOUNCED = 'D26-00000097-0';
const act = (who: string, role: Role, unit = 'HQ-SM'): Actor => ({ person: who, role, unit });
const [giang, lan, cuc] = [
  act('giang', 'classifier'),
  act('lan', 'classifier'),
  act('cuc', 'head'),
];
const khanh = act('khanh', 'head', 'KV-MH');
const notFound = { code: 'NOT_FOUND' };

/** Each deputised for Binh, until the day before the petition was received. */
const ENDED_BEFORE = ['giang', 'lan', 'cuc'];

let database: TestDatabase;
let triage: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, { databaseUrl: database.url, now: REGISTERED_AT });
  await triage.knows([
    ...organisation,
    ...ENDED_BEFORE.map((who) => deputy(who, 'hq-sm.binh', '2026-11-01', '2026-11-17')),
    ...['giang', 'lan'].map((id) => person(id)),
    ...['giang', 'lan'].map((who) => post(who, 'HQ-SM', ['classifier'])),
    post('cuc', 'HQ-SM', ['head'], { from: '2025-04-01' }),
  ]);
  const people = [{ tag: await triage.service.shield.tagOf('binh'), on: '2026-11-02' }];
  const about = { respondentUnit: 'HQ-DG', respondents: { units: [], people }, gist: null };
  const data = { ...received, ...about, declaredKind: 'denunciation', petition: DENOUNCED };
  await triage.neighbours.tell(INTAKE_TOPIC, DENOUNCED, 'PetitionReceived', data);
  await triage.heard(`triage.petition-${DENOUNCED}`, 1);
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

const file = (actor: Actor) => {
  const body = { outcome: 'filed', competentBody: null, reason: 'Không có gì' } as const;
  return ask(triage.service, settlement, DENOUNCED, body, askedBy(actor));
};
const confirm = (actor: Actor) =>
  ask(triage.service, confirmation, DENOUNCED, { note: null }, askedBy(actor));
const decline = (actor: Actor) =>
  ask(triage.service, declination, DENOUNCED, { note: 'Đã đọc' }, askedBy(actor));
const acted = (who: string) => ({
  ...deputy(who, 'hq-sm.binh', '2026-11-19', '2026-11-19'),
  id: `${who}.later`,
});
const handling = () =>
  handlingOf(triage.service, { petition: DENOUNCED, unit: 'HQ-SM', keptSince: '2026-11-18' });

describe('T28: whoever deputised for a denounced head since the petition was received', () => {
  it('proposes, confirms and declines nothing in their own post, also after it ended', async () => {
    const body = { kind: 'denunciation', reason: 'Tố cáo' } as const;
    await ask(triage.service, classification, DENOUNCED, body, askedBy(cuc));
    await file(giang);
    await triage.knows([acted('giang')]);
    // What they proposed before is declined, never confirmed.
    await expect(confirm(lan)).rejects.toMatchObject({ code: 'PROPOSER_NAMED' });
    await decline(lan);
    await expect(file(giang)).rejects.toMatchObject(notFound);
    await file(lan);
    for (const answer of [confirm, decline])
      await expect(answer(giang)).rejects.toMatchObject(notFound);
    await decline(cuc);
    expect((await handling())?.people).toEqual(['cuc', 'lan']);
  });

  it('leaves it to the unit above, where all of the unit did', async () => {
    await triage.knows([acted('lan'), acted('cuc')]);
    expect(await handling()).toEqual({ unit: 'KV-MH', by: 'classifiers', people: ['khanh'] });
    await file(khanh);
  });

  it('also once the head’s post is said to have ended before, or to have been another’s', async () => {
    const binhs = post('binh', 'HQ-SM', ['head'], { leads: true });
    for (const over of [{ to: '2026-11-01' }, { person: 'hung', from: '2025-03-01' }]) {
      await triage.knows([{ ...binhs, ...over }]);
      for (const one of [giang, cuc]) await expect(file(one)).rejects.toMatchObject(notFound);
      const [first, second] = [{ person: 'giang' }, { person: 'binh' }];
      const since = '2026-11-18';
      expect(await areOneWillSince(triage.service, since, first, second)).toBe(true);
    }
  });
});
