import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Office, naming } from './acting.ts';
import { itIs } from './complaint.ts';
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

const proposal = (...ids: readonly string[]) => ({
  ...{ kind: 'complaint', reason: 'It is about them' },
  ...naming(...ids),
});
/** A denunciation without names, which giang proposes to call a complaint about these. */
async function about(...ids: readonly string[]): Promise<string> {
  const number = await office.denunciation();
  const proposed = await office.decided('giang', number, 'classification', proposal(...ids));
  expect(proposed).toBe(200);
  return number;
}
const declines = (id: string, number: string) =>
  office.decided(id, number, 'decision-refusal', { note: 'n' });

describe('T28: whom a waiting proposal names', () => {
  it('does not open who sent it', async () => {
    const number = await about('quyen');
    const path = `/intake/denunciations/${number}/identity-disclosures`;
    const asked = await office.does('quyen', path, { purpose: 'verify-identity' });
    expect(asked.status).toBe(404);
  }, 60_000);

  it('does not put other names in place of their own, and answers nothing', async () => {
    const number = await about('thu');
    const names = { respondentUnit: 'HQ-SM', reason: 'c', ...naming() };
    const asked = [
      await office.decided('thu', number, 'respondents', names),
      await office.decided('thu', number, 'decision-confirmation', { note: null }),
      await declines('thu', number),
    ];
    expect(asked).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  }, 60_000);

  it('does not find it in pages, histories and lists', async () => {
    const number = await about('thu');
    const thu = await office.as('thu');
    const services = ['intake', 'triage'];
    for (const path of services.flatMap((one) => [
      `/${one}/matters/${number}`,
      `/${one}/matters/${number}/history`,
    ]))
      expect((await thu.get(path)).status).toBe(404);
    const list = await thu.get('/triage/worklist?limit=50');
    expect(list.status).toBe(200);
    expect(JSON.stringify(list.body)).not.toContain(number);
  }, 60_000);

  it('is never everybody: where one has declined as often as they may, an auditor declines', async () => {
    const number = await about('thu', 'khanh');
    for (let i = 0; i < 3; i++) {
      expect(await declines('ha', number)).toBe('NOT_FOUND');
      expect(await declines('an', number)).toBe(200);
      const again = proposal('thu', 'khanh');
      expect(await office.decided('giang', number, 'classification', again)).toBe(200);
    }
    expect(await declines('an', number)).toBe('TOO_OFTEN_TODAY');
    expect(await declines('ha', number)).toBe(200);
    const fifth = proposal('thu', 'khanh');
    expect(await office.decided('giang', number, 'classification', fifth)).toBe('DECLINED_BY_TWO');
  }, 60_000);
});
