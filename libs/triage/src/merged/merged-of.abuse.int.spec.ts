import type { Actor } from '@minh-bach/kernel';
import { deputy, person, post } from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { REGISTERED_AT, giang } from '../triage.fixture.ts';
import { Merging, binh, oanh, quyen } from './merging.fixture.ts';

const lan: Actor = { person: 'lan', role: 'classifier', unit: 'HQ-SM' };
const ha: Actor = { person: 'ha', role: 'auditor', unit: 'CHQ' };
const vinh: Actor = { person: 'vinh', role: 'auditor', unit: 'HQ-SM' };
const khoi: Actor = { person: 'khoi', role: 'receiver', unit: 'HQ-SM' };
const sang: Actor = { person: 'sang', role: 'classifier', unit: 'HQ-SM', deputyFor: 'giang' };
const UNTOLD = { into: null, from: [] };

const office = new Merging();
let database: TestDatabase;
let one: string;
let other: string;

beforeAll(async () => {
  database = await createTestDatabase();
  await office.start({ databaseUrl: database.url, now: REGISTERED_AT });
  await office.triage.knows([
    ...['vinh', 'khoi', 'sang'].map((id) => person(id)),
    post('vinh', 'HQ-SM', ['auditor', 'clerk']),
    post('khoi', 'HQ-SM', ['receiver']),
    post('sang', 'HQ-SM', ['verifier']),
    deputy('sang', 'hq-sm.giang', '2026-11-01', '2026-12-31'),
  ]);
  [one, other] = [await office.petition(), await office.petition()];
  await office.merge(one, other);
});
afterAll(async () => {
  await office.triage.close();
  await database.drop();
});

describe('T9: that two petitions have one sender is told', () => {
  it.each([
    ['who merged them', giang],
    ['the head', binh],
    ['reception', khoi],
  ] as const)('%s, who opens senders of the unit', async (_, actor) => {
    expect((await office.page(one, actor)).merged).toEqual({ into: other, from: [] });
    expect((await office.page(other, actor)).merged).toEqual({ into: null, from: [one] });
  });

  it.each([
    ['a classifier who may be given the case', lan],
    ['a verifier who deputises for who merged them', sang],
    ['a classifier above', oanh],
    ['an officer for denunciations above', quyen],
    ['an auditor above', ha],
    ['an auditor of the unit', vinh],
  ] as const)('not %s, who reads that it is merged', async (_, actor) => {
    const page = await office.page(one, actor);
    expect(page).toMatchObject({ outcome: 'merged', stateText: { vi: 'Đã nhập vào đơn khác' } });
    expect(page.merged).toEqual(UNTOLD);
    expect(JSON.stringify(page)).not.toContain(other);
    expect((await office.page(other, actor)).merged).toEqual(UNTOLD);
  });
});
