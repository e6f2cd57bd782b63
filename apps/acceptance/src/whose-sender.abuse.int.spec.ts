import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Office, naming, type Answer } from './acting.ts';
import { itIs } from './complaint.ts';
import { startProduct, type Product } from './harness/index.ts';

const CUC = 'hq-sm.cuc';

let product: Product;
let office: Office;

beforeAll(async () => {
  product = await startProduct('standalone');
  await product.setClock(itIs('2026-11-20T02:00:00.000Z'));
  office = new Office(product);
  await office.appoints('cuc', CUC, 'hung', 'dung');
}, 120_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

const opens = (id: string, number: string, post: string) => {
  const path = `/intake/petitions/${number}/identity-disclosures`;
  return office.does(id, path, { purpose: 'verify-identity' }, { post });
};

describe('T3: the verifier of a case', () => {
  it('opens its sender in no post before it is theirs, nor another verifier', async () => {
    const number = await office.registered({});
    await office.appoints('cuc', CUC, 'lan');
    for (const id of ['hung', 'lan'])
      expect((await opens(id, number, CUC)).body.code).toBe('VERIFIERS_OPEN_NOTHING');
    expect((await opens('cuc', number, CUC)).status).toBe(200);
  }, 60_000);

  it('opens its sender in no post, as in their own', async () => {
    const { number } = await office.assigned('hung');
    for (const post of ['hq-sm.hung', CUC])
      expect((await opens('hung', number, post)).body.code).toBe(
        post === CUC ? 'VERIFIERS_OPEN_NOTHING' : 'ACTION_FORBIDDEN',
      );
    expect((await opens('cuc', number, CUC)).status).toBe(200);
  }, 60_000);
});

describe('T4: a complaint that names a person', () => {
  it('shows its sender to no deputy whom that person chose, in their own post either', async () => {
    const number = await office.registered({ respondentUnit: null, ...naming('cuc') });
    for (const post of ['hq-sm.dung', CUC])
      expect((await opens('dung', number, post)).status).toBe(404);
    expect((await opens('giang', number, 'hq-sm.giang')).status).toBe(200);
  }, 60_000);

  it('is opened and corrected by somebody, though that person makes the whole unit deputies', async () => {
    const named = { respondentUnit: null, ...naming('binh') };
    const number = await office.registered({ datedOn: '2026-11-01', ...named });
    await office.appoints('binh', 'hq-sm.binh', 'dung', 'giang', 'cuc');
    expect((await opens('giang', number, 'hq-sm.binh')).status).toBe(404);
    for (const id of ['dung', 'giang'])
      expect((await opens(id, number, `hq-sm.${id}`)).status).toBe(200);
    const page = `/intake/matters/${number}`;
    const { revision } = await (await office.as('dung')).getUntil<Answer>(page, () => true);
    const path = `/intake/petitions/${number}/receipt-date-corrections`;
    const body = { receivedOn: '2026-11-19', channel: null, proof: 'other', reason: 'Đọc kỹ lại' };
    const where = { revision, post: 'hq-sm.dung' };
    expect((await office.does('dung', path, body, where)).status).toBe(201);
  }, 60_000);
});
