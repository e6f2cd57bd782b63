import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Office } from './acting.ts';
import { itIs } from './complaint.ts';
import { recordByTwo } from './directory-change.ts';
import { startProduct, type Product } from './harness/index.ts';

const CUC = 'hq-sm.cuc';
const FILED = { outcome: 'filed', competentBody: null, reason: 'x', notice: null };
const COMPLAINT = { kind: 'complaint', reason: 'y' };

let product: Product;
let office: Office;

beforeAll(async () => {
  product = await startProduct('standalone');
  await product.setClock(itIs('2026-11-20T02:00:00.000Z'));
  office = new Office(product);
  await office.appoints('cuc', CUC, 'phuc', 'hung', 'lan', 'dung');
}, 120_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

const files = (id: string, number: string, post?: string) =>
  office.decided(id, number, 'settlement', FILED, post);
const declines = (id: string, number: string, post?: string) =>
  office.decided(id, number, 'decision-refusal', { note: 'n' }, post);

describe('T28: what a person may do in a day', () => {
  it('is no more for a head with deputies: what two of them decline, one declined', async () => {
    const number = await office.denunciation('tam');
    await files('giang', number);
    await declines('cuc', number, CUC);
    await files('giang', number);
    await declines('phuc', number, CUC);
    expect(await files('giang', number)).toBe(200);
  }, 60_000);

  it('and what deputies propose by turns, one proposed: two people who decline end it', async () => {
    const number = await office.denunciation('tam');
    await files('phuc', number, CUC);
    await declines('giang', number);
    await files('hung', number, CUC);
    await declines('binh', number, 'hq-sm.binh');
    for (const id of ['lan', 'dung']) expect(await files(id, number, CUC)).toBe('DECLINED_BY_TWO');
    expect(await files('giang', number)).toBe(200);
  }, 60_000);

  it('calls many denunciations by no more people: auditors hear of it', async () => {
    for (const id of ['cuc', 'phuc', 'hung', 'lan', 'dung'])
      for (let i = 0; i < 2; i++) {
        const number = await office.registered({ respondentUnit: 'HQ-DG' });
        expect(await office.decided(id, number, 'denunciation', { reason: 'x' }, CUC)).toBe(200);
      }
    const ha = await office.as('ha');
    await ha.getUntil<{ items: { alarm: string; person: { id: string } | null }[] }>(
      '/triage/alarms',
      ({ items }) =>
        items.some(
          ({ alarm, person }) => alarm === 'many-called-denunciations' && person?.id === 'cuc',
        ),
    );
  }, 60_000);
});

describe('T35: who drafted', () => {
  it('has no deputy of their own approve it', async () => {
    await recordByTwo(await office.as('quan'), await office.as('linh'), {
      ...{ kind: 'post', id: 'hq-sm.cuc-v', unit: 'HQ-SM', person: 'cuc', to: null },
      ...{ from: '2026-11-20', title: { vi: 'Xác minh', en: 'Verifier' }, roles: ['verifier'] },
    });
    await office.heard();
    const of = await office.assigned('cuc');
    const { revision } = await (
      await office.as('binh')
    ).getUntil<{ revision: number }>(of.page, () => true);
    const draft = { conclusion: 'dismissed', findings: 'f', law: 'l', measures: 'm' };
    const drafted = await office.does('cuc', `${of.case}/conclusions`, draft, {
      revision,
      post: 'hq-sm.cuc-v',
    });
    expect(drafted.status).toBe(201);
    const seen = { revision: drafted.body.revision };
    const approves = (id: string, post: string) =>
      office.does(id, `${of.case}/approval`, { version: 1 }, { ...seen, post });
    expect((await approves('phuc', CUC)).body.code).toBe('FOUR_EYES');
    expect((await approves('binh', 'hq-sm.binh')).status).toBe(200);
  }, 60_000);
});

describe('T28: who acts for a deputy of the denounced', () => {
  it('does nothing of it, as that deputy does nothing', async () => {
    const number = await office.denunciation('binh');
    await office.appoints('binh', 'hq-sm.binh', 'cuc');
    for (const id of ['cuc', 'phuc']) expect(await files(id, number, CUC)).toBe('NOT_FOUND');
    expect(await office.decided('giang', number, 'classification', COMPLAINT)).toBe(200);
    for (const id of ['cuc', 'phuc'])
      expect(await office.decided(id, number, 'decision-confirmation', { note: null }, CUC)).toBe(
        'NOT_FOUND',
      );
  }, 60_000);

  it('nor is their second person in another one: binh proposes, phuc for cuc would confirm', async () => {
    const number = await office.denunciation('tam');
    expect(await files('binh', number, 'hq-sm.binh')).toBe(200);
    const note = { note: null };
    expect(await office.decided('phuc', number, 'decision-confirmation', note, CUC)).toBe(
      'SECOND_PERSON_NEEDED',
    );
    expect(await office.decided('giang', number, 'decision-confirmation', note)).toBe(200);
  }, 60_000);
});
