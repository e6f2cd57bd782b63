import { INTAKE_TOPIC } from '@minh-bach/contracts';
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
import { classification, confirmation, settlement } from './commands/index.ts';
import { about, namesIn } from './strike-names/names.fixture.ts';
import {
  ProposedDecisionListHandler,
  ProposedDecisionListQuery,
} from './proposed-decision-list/proposed-decision-list.query.ts';
import { REGISTERED_AT, confirm, khanh, received } from './triage.fixture.ts';
import { triageService } from './triage.service.ts';

const classifier = (who: string): Actor => ({ person: who, role: 'classifier', unit: 'KV-MH' });
/** Tam and Tim deputise for Khanh, in posts of their own, too; Thu for nobody. */
const [tam, tim, thu] = ['tam', 'tim', 'thu'].map(classifier) as [Actor, Actor, Actor];
const forKhanh: Actor = { ...khanh, person: 'tam', deputyFor: 'khanh' };
const ha: Actor = { person: 'ha', role: 'auditor', unit: 'CHQ' };
const ONE_WILL: readonly (readonly [string, Actor, Actor])[] = [
  ['a head, and their deputy in their place', khanh, forKhanh],
  ['a head, and their deputy in a post of the deputy', khanh, tam],
  ['a deputy in the place of their head, and the head', forKhanh, khanh],
  ['a deputy in a post of their own, and their head', tam, khanh],
  ['two deputies of one head, in posts of their own', tam, tim],
];

let database: TestDatabase;
let triage: TestService;
let count = 0;
beforeAll(async () => {
  database = await createTestDatabase();
  triage = await startTestService(triageService, { databaseUrl: database.url, now: REGISTERED_AT });
  const acts = (who: string) => deputy(who, 'kv-mh.khanh', '2026-11-01', '2026-12-31');
  await triage.knows([
    ...organisation,
    ...['tam', 'tim', 'thu', 'ha'].map((id) => person(id)),
    ...['tam', 'tim', 'thu'].map((id) => post(id, 'KV-MH', ['classifier'])),
    ...['tam', 'tim'].map((id) => ({ ...acts(id), alone: true as const })),
    post('ha', 'CHQ', ['auditor']),
  ]);
});
afterAll(async () => {
  await triage.close();
  await database.drop();
});

async function denunciation(): Promise<string> {
  const number = `D26-${String((count += 1)).padStart(8, '0')}-0`;
  const told = { ...received, declaredKind: 'denunciation', gist: null };
  const data = { ...told, unit: 'KV-MH', respondentUnit: 'HQ-DG', petition: number };
  await triage.neighbours.tell(INTAKE_TOPIC, number, 'PetitionReceived', data);
  await triage.heard(`triage.petition-${number}`, 1);
  const body = { kind: 'denunciation', reason: null } as const;
  await ask(triage.service, classification, number, body, askedBy(thu));
  await triage.caughtUp();
  return number;
}

const { correct, strike, page } = namesIn(() => triage);

async function takeOut(number: string, actor: Actor): Promise<void> {
  await correct(number, actor, about(['binh'], ['HQ-DG']));
  await correct(number, actor, about([], ['HQ-DG']));
}

const propose = async (number: string, actor: Actor) => {
  const body = { outcome: 'transferred', competentBody: 'Sở Y', reason: 'Không thuộc' } as const;
  await ask(triage.service, settlement, number, body, askedBy(actor));
  await triage.caughtUp();
};
const confirmed = (number: string, actor: Actor) =>
  ask(triage.service, confirmation, number, confirm(), askedBy(actor));

describe('T27: one will is not two persons who strike a name out', () => {
  it.each(ONE_WILL)('%s', async (_, first, second) => {
    const number = await denunciation();
    await takeOut(number, first);
    await expect(strike(number, second)).rejects.toMatchObject({ code: 'CORRECTED_BY_ONESELF' });
    expect((await page(number, second)).corrected).toMatchObject({ isOwn: true });
    expect((await page(number, thu)).corrected).toMatchObject({ isOwn: false });
    expect(await triage.service.shield.names('binh', number)).toBe(true);
    await strike(number, thu);
    expect(await triage.service.shield.names('binh', number)).toBe(false);
  });

  it('is shown names that somebody else took out first', async () => {
    const number = await denunciation();
    await correct(number, thu, about(['an', 'binh'], ['HQ-DG']));
    await correct(number, tam, about(['binh'], ['HQ-DG']));
    await correct(number, thu, about([], ['HQ-DG']));
    expect((await page(number, khanh)).corrected).toMatchObject({ by: { id: 'thu' } });
  });
});

describe('T28: one will is not two persons who end a denunciation', () => {
  it.each(ONE_WILL)('%s', async (_, first, second) => {
    const number = await denunciation();
    await propose(number, first);
    const refused = { code: 'SECOND_PERSON_NEEDED' };
    await expect(confirmed(number, second)).rejects.toMatchObject(refused);
    expect((await page(number, second)).proposed).toMatchObject({ isOwn: true });
    expect((await page(number, thu)).proposed).toMatchObject({ isOwn: false });
    await confirmed(number, thu);
  });

  it('names in the weekly list for whom a deputy acted', async () => {
    const number = await denunciation();
    await propose(number, forKhanh);
    const query = new ProposedDecisionListQuery({ limit: 50 }, ha);
    const { items } = await new ProposedDecisionListHandler(triage.service).execute(query);
    const [step] = items.filter((item) => item.number === number);
    expect(step).toMatchObject({ person: { id: 'tam' }, deputyFor: { id: 'khanh' } });
  });

  it('confirms nothing that was proposed in a post or deputation which has ended', async () => {
    const tai: Actor = { ...khanh, person: 'tai', deputyFor: 'an' };
    const acts = {
      ...deputy('tai', 'kv-mh.an2', '2026-11-01', '2026-12-31'),
      alone: true as const,
    };
    const second = post('an', 'KV-MH', ['head'], { id: 'kv-mh.an2' });
    await triage.knows([person('tai'), post('tai', 'KV-MH', ['clerk']), second, acts]);
    const number = await denunciation();
    await propose(number, tai);
    await triage.knows([{ ...acts, revoked: true }]);
    await expect(confirmed(number, thu)).rejects.toMatchObject({ code: 'PROPOSER_LEFT' });
    await triage.knows([{ ...second, to: '2026-11-01' }]);
  });

  it('stays one will where the deputation was ended since', async () => {
    const ended = {
      ...deputy('tung', 'kv-mh.khanh', '2026-11-01', '2026-12-31'),
      alone: true as const,
    };
    await triage.knows([person('tung'), post('tung', 'KV-MH', ['classifier']), ended]);
    const tung = classifier('tung');
    const [proposed, struck] = [await denunciation(), await denunciation()];
    await propose(proposed, tung);
    await takeOut(struck, khanh);
    await triage.knows([{ ...ended, revoked: true }]);
    const refused = { code: 'SECOND_PERSON_NEEDED' };
    await expect(confirmed(proposed, khanh)).rejects.toMatchObject(refused);
    await expect(strike(struck, tung)).rejects.toMatchObject({ code: 'CORRECTED_BY_ONESELF' });
  });

  it('needs the auditors where only people of that will are left', async () => {
    const [settled, struck] = [await denunciation(), await denunciation()];
    await propose(settled, tam);
    await takeOut(struck, tam);
    await expect(confirmed(settled, ha)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(strike(struck, ha)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const above = ['thu', 'an'].map((id) => deputy(id, 'kv-mh.khanh', '2026-11-01', '2026-12-31'));
    await triage.knows(above);
    await confirmed(settled, ha);
    await strike(struck, ha);
    expect(await triage.service.shield.names('binh', struck)).toBe(false);
  });
});
