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
import { acceptance, classification, settlement } from '../commands/index.ts';
import { REGISTERED_AT, giang, khanh, received } from '../triage.fixture.ts';
import { triageService } from '../triage.service.ts';

const COMPLAINT = 'D26-00000091-0';
const FEEDBACK = 'D26-00000092-0';
const OF_BOTH = 'D26-00000093-0';
const OF_DEPUTY_HEAD = 'D26-00000094-0';
const OF_HEADS = 'D26-00000095-0';
const OF_TAM = 'D26-00000096-0';
const OF_ANOTHER_UNIT = 'D26-00000097-0';
const binh: Actor = { person: 'binh', role: 'head', unit: 'HQ-SM' };
const giangForBinh: Actor = { ...binh, person: 'giang', deputyFor: 'binh' };
/** Phó: never the head of the unit, whoever else is. */
const cuc: Actor = { ...binh, person: 'cuc' };
/** A post with both roles acts in the first that has the right. */
const tam: Actor = { person: 'tam', role: 'classifier', unit: 'HQ-DG' };
const notFound = { code: 'NOT_FOUND' };

let database: TestDatabase;
let triage: TestService;

beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, { databaseUrl: database.url, now: REGISTERED_AT });
  await triage.knows([
    ...organisation,
    ...['giang', 'tam'].map((id) => person(id)),
    post('cuc', 'HQ-SM', ['head'], { from: '2025-04-01' }),
    post('tam', 'HQ-DG', ['classifier', 'head'], { leads: true }),
    post('giang', 'HQ-SM', ['classifier']),
    deputy('giang', 'hq-sm.binh', '2026-11-01', '2026-12-31'),
  ]);
  await tell(COMPLAINT, 'complaint', 'binh', 'giang');
  await tell(FEEDBACK, 'feedback', 'binh');
  await tell(OF_BOTH, 'feedback', 'binh', 'giang', 'cuc');
  await tell(OF_DEPUTY_HEAD, 'complaint', 'cuc', 'giang');
  await tell(OF_HEADS, 'complaint', 'binh', 'cuc');
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

const tell = (petition: string, declaredKind: PetitionKind, ...who: string[]) =>
  tellTo('HQ-SM', 'HQ-SM', petition, declaredKind, ...who);
async function tellTo(
  unit: string,
  respondentUnit: string,
  petition: string,
  declaredKind: PetitionKind,
  ...who: string[]
) {
  const people = await Promise.all(
    who.map(async (id) => ({ tag: await triage.service.shield.tagOf(id), on: '2026-11-02' })),
  );
  const respondents = { units: [], people };
  const data = { ...received, unit, respondentUnit, petition, declaredKind, respondents };
  await triage.neighbours.tell(INTAKE_TOPIC, petition, 'PetitionReceived', data);
  await triage.heard(`triage.petition-${petition}`, 1);
}
const classify = (number: string, actor: Actor, kind: PetitionKind) =>
  ask(triage.service, classification, number, { kind, reason: 'Đọc kỹ' }, askedBy(actor));
const file = (number: string, actor: Actor) => {
  const body = { outcome: 'filed', competentBody: null, reason: 'Không có gì' } as const;
  return ask(triage.service, settlement, number, body, askedBy(actor));
};
const accept = (actor: Actor, instance: 1 | 2) => {
  const body = { instance, competentUnit: 'HQ-SM', conditionsMet: true, reason: 'Đủ' } as const;
  return ask(triage.service, acceptance, COMPLAINT, body, askedBy(actor));
};

describe('T4: a head whom a petition names', () => {
  it('decides nothing but a first complaint', async () => {
    for (const kind of ['feedback', 'complaint'] as const)
      await expect(classify(FEEDBACK, binh, kind)).rejects.toMatchObject(notFound);
    await classify(FEEDBACK, giang, 'feedback');
    await expect(file(FEEDBACK, binh)).rejects.toMatchObject(notFound);
    await file(FEEDBACK, giang);
  });

  it('decides that one in their own post; their deputy does not', async () => {
    for (const actor of [giang, giangForBinh])
      await expect(classify(COMPLAINT, actor, 'complaint')).rejects.toMatchObject(notFound);
    await expect(classify(COMPLAINT, binh, 'feedback')).rejects.toMatchObject(notFound);
    await classify(COMPLAINT, binh, 'complaint');
    for (const actor of [giang, giangForBinh])
      await expect(accept(actor, 1)).rejects.toMatchObject(notFound);
    await expect(accept(binh, 2)).rejects.toMatchObject(notFound);
    await accept(binh, 1);
  });

  it('decides none that is about another unit: that one judges it first', async () => {
    await tellTo('HQ-SM', 'HQ-DG', OF_ANOTHER_UNIT, 'complaint', 'binh');
    await expect(classify(OF_ANOTHER_UNIT, binh, 'complaint')).rejects.toMatchObject(notFound);
    await classify(OF_ANOTHER_UNIT, giang, 'complaint');
    await expect(file(OF_ANOTHER_UNIT, binh)).rejects.toMatchObject(notFound);
    await file(OF_ANOTHER_UNIT, giang);
  });

  it('decides it also in a post that classifies, too', async () => {
    await tellTo('HQ-DG', 'HQ-DG', OF_TAM, 'complaint', 'tam');
    await expect(classify(OF_TAM, tam, 'feedback')).rejects.toMatchObject(notFound);
    await classify(OF_TAM, tam, 'complaint');
  });

  it('is no deputy head, who does nothing in what names them', async () => {
    for (const number of [OF_DEPUTY_HEAD, OF_HEADS])
      await expect(classify(number, cuc, 'complaint')).rejects.toMatchObject(notFound);
    await classify(OF_DEPUTY_HEAD, binh, 'complaint');
    await expect(file(OF_DEPUTY_HEAD, cuc)).rejects.toMatchObject(notFound);
    await file(OF_DEPUTY_HEAD, binh);
  });

  it('is the one whose post leads the unit, though it is newer than a deputy head’s', async () => {
    const old = post('binh', 'HQ-SM', ['head'], { leads: true, to: '2026-11-01' });
    const head = post('binh', 'HQ-SM', ['head'], { leads: true, id: 'new', from: '2026-11-02' });
    await triage.knows([old, head]);
    await expect(classify(OF_HEADS, cuc, 'complaint')).rejects.toMatchObject(notFound);
    await classify(OF_HEADS, binh, 'complaint');
    await triage.knows([{ ...head, to: '2026-11-02' }]);
  });

  it('is nobody where no post leads the unit, or where two do: it falls to others', async () => {
    const head = post('binh', 'HQ-SM', ['head']);
    const second = post('cuc', 'HQ-SM', ['head'], { leads: true, from: '2025-04-01' });
    for (const entries of [[head], [{ ...head, leads: true as const }, second]]) {
      await triage.knows(entries);
      for (const actor of [binh, cuc])
        await expect(file(OF_HEADS, actor)).rejects.toMatchObject(notFound);
    }
    await file(OF_HEADS, giang);
  });
});

it('T4: what names everybody of a unit who may handle it goes to the unit above', async () => {
  await expect(classify(FEEDBACK, khanh, 'feedback')).rejects.toMatchObject(notFound);
  for (const actor of [giang, binh, giangForBinh])
    await expect(file(OF_BOTH, actor)).rejects.toMatchObject(notFound);
  await classify(OF_BOTH, khanh, 'feedback');
  await file(OF_BOTH, khanh);
});
