import { INTAKE_TOPIC, type PetitionKind } from '@minh-bach/contracts';
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
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { acceptance, classification, correction, settlement } from '../commands/index.ts';
import { TriagePageHandler, TriagePageQuery } from '../petition-page/petition-page.query.ts';
import { REGISTERED_AT, received } from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';

const head = (id: string, unit = 'KV-MH'): Actor => ({ person: id, role: 'head', unit });
const khanh = head('khanh');
/** He headed the post when the first complaint was decided. */
const promoted = head('binh');
const binhForKhanh: Actor = { ...promoted, deputyFor: 'khanh' };
/** Never headed the post, acts for a person who did. */
const thuForBinh: Actor = { ...head('thu'), deputyFor: 'binh' };
/** Acted as the post's head for one day. */
const lan: Actor = { person: 'lan', role: 'classifier', unit: 'KV-MH' };
const notFound = { code: 'NOT_FOUND' };

let database: TestDatabase;
let triage: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, { databaseUrl: database.url, now: REGISTERED_AT });
  await triage.knows([
    ...organisation,
    ...['lan', 'thu'].map((id) => person(id)),
    post('binh', 'KV-MH', ['head'], { from: '2026-11-01' }),
    post('lan', 'KV-MH', ['classifier']),
    deputy('lan', 'hq-sm.binh', '2026-10-05', '2026-10-05'),
  ]);
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

let arrived = 0;
async function arrives(respondentUnit: string, declaredKind: PetitionKind = 'complaint') {
  const petition = `D26-0000071${arrived++}-0`;
  const data = { ...received, unit: 'KV-MH', respondentUnit, declaredKind, petition };
  await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', data);
  await triage.heard(`triage.petition-${petition}`, 1);
  return petition;
}
const classify = (number: string, actor: Actor, kind: PetitionKind = 'complaint') =>
  ask(triage.service, classification, number, { kind, reason: 'Đọc kỹ' }, askedBy(actor));
const accept = (number: string, actor: Actor) => {
  const body = {
    instance: 2,
    competentUnit: actor.unit,
    conditionsMet: true,
    reason: 'x',
  } as const;
  return ask(triage.service, acceptance, number, body, askedBy(actor));
};
const file = (number: string, actor: Actor) => {
  const body = { outcome: 'filed', competentBody: null, reason: 'Không có gì' } as const;
  return ask(triage.service, settlement, number, body, askedBy(actor));
};
const correct = (number: string, actor: Actor) => {
  const body = { respondentUnit: 'HQ-DG', reason: 'Đọc kỹ' };
  return ask(triage.service, correction, number, body, askedBy(actor));
};
const page = (number: string, actor: Actor) =>
  new TriagePageHandler(triage.service).execute(new TriagePageQuery(number, actor));

describe('T11, COI6: a second complaint, and persons who may have resolved the first', () => {
  it.each([
    ['who headed the unit complained of', promoted],
    ['who acts for the head above', binhForKhanh],
    ['who acted there for its head', lan],
    ['whose deputy asks', thuForBinh],
  ])('is not theirs: a person %s', async (_, actor) => {
    const number = await arrives('HQ-SM');
    await expect(classify(number, actor)).rejects.toMatchObject(notFound);
    // Nor by calling it something else.
    await expect(classify(number, actor, 'feedback')).rejects.toMatchObject(notFound);
    await classify(number, khanh);
    for (const act of [accept, file, correct])
      await expect(act(number, actor)).rejects.toMatchObject(notFound);
    expect(await page(number, actor)).toMatchObject({ isKept: true, handling: { isMine: false } });
    expect(await page(number, khanh)).toMatchObject({ isKept: false, handling: { isMine: true } });
    expect((await accept(number, khanh)).revision).toBe(2);
  });

  it('is theirs where it is about another unit, or no complaint', async () => {
    const other = await arrives('HQ-DG');
    await classify(other, promoted);
    await accept(other, promoted);
    const feedback = await arrives('HQ-SM', 'feedback');
    await classify(feedback, promoted, 'feedback');
    await file(feedback, promoted);
  });

  it('goes up where nobody else is left in the unit', async () => {
    await triage.knows([deputy('khanh', 'hq-sm.binh', '2026-10-06', '2026-10-06')]);
    const number = await arrives('HQ-SM');
    await expect(classify(number, khanh)).rejects.toMatchObject(notFound);
    await classify(number, head('an', 'CHQ'));
  });

  it('is left to the head at the top where nobody else is left in the whole line', async () => {
    await triage.knows([deputy('an', 'hq-sm.binh', '2026-10-07', '2026-10-07')]);
    const number = await arrives('HQ-SM');
    for (const actor of [khanh, promoted, lan])
      await expect(classify(number, actor)).rejects.toMatchObject(notFound);
    await classify(number, head('an', 'CHQ'));
  });
});
