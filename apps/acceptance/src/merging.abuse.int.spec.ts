import { eventually } from '@minh-bach/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Office, naming } from './acting.ts';
import { SENDER, itIs } from './complaint.ts';
import { startProduct, type Product } from './harness/index.ts';

let product: Product;
let office: Office;
beforeAll(async () => {
  product = await startProduct('standalone');
  await product.setClock(itIs('2026-11-20T02:00:00.000Z'));
  office = new Office(product);
}, 120_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

interface Page {
  readonly kind: string;
  readonly state: string;
  readonly revision: number;
}
const page = async (id: string, number: string) =>
  (await office.as(id)).get<Page>(`/triage/matters/${number}`);
/** Places in the log are sealed anew for each answer. */
const historyOf = async (id: string, number: string) =>
  JSON.stringify(
    (await (await office.as(id)).get(`/triage/matters/${number}/history`)).body,
  ).replaceAll(/"position":"[^"]*"/g, '');
const merge = (id: string, one: string, into: string) =>
  office.decided(id, one, 'merging', { into, reason: 'Cùng nội dung' });
const opens = (id: string, number: string) =>
  office.does(id, `/intake/petitions/${number}/identity-disclosures`, {
    purpose: 'verify-identity',
  });
const listed = async (id: string) =>
  JSON.stringify((await (await office.as(id)).get('/triage/worklist?view=open')).body);

describe('T1: merging tells a denounced head of no denunciation', () => {
  it('neither of one that two people made a complaint again', async () => {
    const [once, other] = [await office.denunciation('binh'), await office.registered({})];
    const again = { kind: 'complaint', reason: 'Thực chất là khiếu nại' };
    expect(await office.decided('giang', once, 'classification', again)).toBe(200);
    expect(await office.decided('khanh', once, 'decision-confirmation', { note: null })).toBe(200);
    const seen = async () => [(await page('binh', other)).body, await historyOf('binh', other)];
    const before = await seen();
    for (const [one, into] of [
      [once, other],
      [other, once],
    ] as const)
      expect(await merge('giang', one, into)).toBe('MERGE_DENUNCIATION');
    expect(await seen()).toEqual(before);
    // As a number that nobody has.
    for (const into of [once, 'D26-99999999-0'])
      expect(await merge('binh', other, into)).toBe('MERGE_TARGET_UNKNOWN');
  }, 60_000);

  it.each([0, 1])(
    'nor of one that is called so while they are merged (%i)',
    async (which) => {
      const both = [await office.registered({}), await office.registered({})] as const;
      expect(await merge('giang', ...both)).toBe(200);
      const called = await office.decided('quyen', both[which]!, 'denunciation', { reason: 'x' });
      expect(called).toBe(200);
      for (const number of both) {
        expect((await page('binh', number)).status).toBe(404);
        const opened = await opens('binh', number);
        expect([opened.status, JSON.stringify(opened.body).includes(SENDER.name)]).toEqual([
          404,
          false,
        ]);
        expect(await office.decided('binh', number, 'unmerging', { reason: 'x' })).toBe(
          'NOT_FOUND',
        );
        const { body } = await page('giang', number);
        expect([body.kind, body.state]).toEqual(['denunciation', 'classified']);
        expect(await listed('giang')).toContain(number);
      }
    },
    60_000,
  );
});

describe('T4, T28: merging steers nothing', () => {
  it('whom the merged one names verifies nothing of the other: it is not merged', async () => {
    const named = { respondentUnit: 'HQ-SM', ...naming('hung') };
    const [one, other] = [await office.registered(named), await office.registered({})];
    expect(await merge('giang', one, other)).toBe('MERGE_RESPONDENTS_DIFFER');
  }, 60_000);

  it('nor the one of another sender, nor what is late, nor into what came later', async () => {
    const into = await office.registered({});
    const sender = { ...SENDER, name: 'Ai Đó', phone: '0900000001', idNumber: null };
    expect(await merge('giang', await office.registered({ sender }), into)).toBe(
      'MERGE_SENDERS_DIFFER',
    );
    const old = await office.registered({ receivedOn: '2026-11-02', datedOn: '2026-11-02' });
    // That it is late is told meanwhile.
    await eventually(async () => expect(await merge('giang', old, into)).toBe('MERGE_OVERDUE'));
    const before = await office.registered({ receivedOn: '2026-11-19', datedOn: '2026-11-02' });
    expect(await merge('giang', before, into)).toBe('MERGE_INTO_LATER');
    expect(await merge('giang', into, before)).toBe(200);
  }, 60_000);

  it('nobody above merges what they may not decide', async () => {
    const [one, into] = [await office.registered({}), await office.registered({})];
    for (const id of ['thu', 'khanh', 'oanh'])
      expect([id, await merge(id, one, into)]).not.toContain(200);
    expect((await page('giang', one)).body.state).toBe('taken');
  }, 60_000);
});
