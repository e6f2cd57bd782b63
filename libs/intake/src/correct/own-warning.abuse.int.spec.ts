import type { Actor } from '@minh-bach/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ask,
  askedBy,
  organisation,
  person,
  post,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { confirmation, proposal } from './correct.ts';
import { petitionDecider } from '../domain/petition.decider.ts';
import { REGISTERED_AT, dung, register } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { PetitionPageHandler, PetitionPageQuery } from '../petition-page/petition-page.query.ts';

const head = (id: string, unit = 'HQ-SM'): Actor => ({ person: id, role: 'head', unit });
const binh = head('binh');
const khanh = head('khanh', 'KV-MH');
const giang: Actor = { person: 'giang', role: 'classifier', unit: 'HQ-SM' };
const late = { rule: 'KN1.ACCEPT.NEW', due: '2026-11-27' };
const told = { ...late, told: { person: 'khanh', unit: 'KV-MH' } };
const above = { code: 'SUPERIOR_CONFIRMS', details: { unit: 'KV-MH' } };

let database: TestDatabase;
let intake: TestService;
let count = 0;
let number = '';

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows([
    ...organisation,
    ...['dung', 'giang'].map((id) => person(id)),
    post('dung', 'HQ-SM', ['receiver']),
    post('giang', 'HQ-SM', ['classifier']),
  ]);
});
afterAll(async () => {
  await intake.close();
  await database.drop();
});

/** Registered, and another day proposed for it. */
beforeEach(async () => {
  number = `D26-6600000${++count}-0`;
  await intake.service.run({
    decider: petitionDecider,
    stream: `intake.petition-${number}`,
    command: register({ petition: number, receiptHash: number.padEnd(43, 'x') }),
    context: askedBy(dung),
  });
  await intake.caughtUp();
  const body = { receivedOn: '2026-11-20', channel: null, proof: 'other', reason: 'x' } as const;
  await ask(intake.service, proposal, number, body, askedBy(dung));
});

/** As triage writes it: intake is told nothing of it. */
const triageSays = (type: string, data: object) =>
  intake.neighbours.writes(`triage.petition-${number}`, type, data);
const confirms = (actor: Actor) =>
  ask(intake.service, confirmation, number, { note: null }, askedBy(actor));
const pageOf = async (actor: Actor) => {
  const page = new PetitionPageQuery(number, actor, [actor.role as 'head']);
  return (await new PetitionPageHandler(intake.service).execute(page)).correction;
};

describe('T30: a receipt date whose correction may take back what the superior was told', () => {
  it('is confirmed by nobody of the late unit, and by the superior', async () => {
    await triageSays('DeadlineBreached', told);
    for (const actor of [binh, giang]) {
      await expect(confirms(actor)).rejects.toMatchObject(above);
      expect(await pageOf(actor)).toMatchObject({
        mayConfirm: false,
        confirmedBy: { id: 'KV-MH' },
      });
    }
    expect(await pageOf(khanh)).toMatchObject({ mayConfirm: true });
    await confirms(khanh);
  });

  it('nor by its head in a post above', async () => {
    await triageSays('DeadlineBreached', told);
    await intake.knows([post('binh', 'KV-MH', ['head'], { from: '2025-04-01' })]);
    const promoted = head('binh', 'KV-MH');
    for (const actor of [promoted, { ...promoted, deputyFor: 'khanh' }])
      await expect(confirms(actor)).rejects.toMatchObject(above);
    await confirms(khanh);
    await intake.knows([post('binh', 'KV-MH', ['head'], { to: '2025-05-01' })]);
  });

  it('is confirmed in the unit where nobody was told, or it was taken back since', async () => {
    expect(await pageOf(binh)).toMatchObject({ mayConfirm: true, confirmedBy: null });
    await triageSays('DeadlineBreached', told);
    await triageSays('BreachWithdrawn', late);
    await confirms(binh);
  });

  it('and where the report on an urging alone is late, which counts from no receipt', async () => {
    await triageSays('DeadlineBreached', { ...told, rule: 'TC.OVERDUE_REPORT' });
    await confirms(giang);
  });

  it('is confirmed above the unit that a denunciation fell to, also where it has come back', async () => {
    await triageSays('DeadlineBreached', told);
    await triageSays('HandlingMoved', { to: 'KV-MH', by: 'classifiers', why: 'NOBODY_LEFT' });
    await triageSays('HandlingMoved', { to: 'HQ-SM', by: 'classifiers', why: 'SOMEBODY_AGAIN' });
    await expect(confirms(khanh)).rejects.toMatchObject({
      code: 'SUPERIOR_CONFIRMS',
      details: { unit: 'CHQ' },
    });
    await confirms(head('an', 'CHQ'));
  });

  it('and above the unit that has what names everybody below', async () => {
    await triageSays('DeadlineBreached', told);
    const tag = await intake.service.shield.tagOf('giang');
    const respondents = { units: [], people: [{ tag, on: '2026-11-20' }] };
    await triageSays('PetitionTaken', {
      ...{ petition: number, unit: 'HQ-SM', respondentUnit: 'HQ-SM', respondents },
      declaredKind: 'denunciation',
    });
    await expect(confirms(khanh)).rejects.toMatchObject({ details: { unit: 'CHQ' } });
  });

  it('is confirmed in the unit where nobody is left above', async () => {
    await triageSays('DeadlineBreached', { ...late, told: null });
    const ended = { leads: true, to: '2026-11-01' } as const;
    await intake.knows([
      post('khanh', 'KV-MH', ['head'], ended),
      post('an', 'CHQ', ['head'], ended),
    ]);
    await expect(confirms(binh)).rejects.toMatchObject({
      code: 'SUPERIOR_CONFIRMS',
      details: { unit: 'HQ-SM' },
    });
    await confirms(giang);
  });
});
