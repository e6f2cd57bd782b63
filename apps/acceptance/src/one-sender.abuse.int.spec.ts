import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IntakeMatter } from '@minh-bach/contracts';
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

const firm = { name: 'Công ty TNHH Vận tải Sao Khuê', address: '7 Trần Phú', phone: '0988777666' };
/** So each petition is alike in content to those with the same words alone. */
const ABOUT = 'Cán bộ đòi tiền ngoài quy định khi kiểm hóa';

const opens = async (id: string, number: string) =>
  (
    await office.does(id, `/intake/petitions/${number}/identity-disclosures`, {
      purpose: 'verify-identity',
    })
  ).status;

/** What the page says is like it, once it says so of as many; rows follow the log. */
async function similar(id: string, number: string) {
  const { similar: found } = await (
    await office.as(id)
  ).getUntil<IntakeMatter>(`/intake/matters/${number}`, (page) => page.similar !== null);
  return found!.map((one) => [one.number, one.sameSender]);
}

/** Somebody who may be told so is: then rows are there for everybody. */
const told = async (id: string, number: string, other: string) => {
  const page = `/intake/matters/${number}`;
  await (
    await office.as(id)
  ).getUntil<IntakeMatter>(page, ({ similar: found }) =>
    (found ?? []).some((one) => one.number === other && one.sameSender),
  );
};

describe('T4: a person whom a complaint names, who must not learn who sent it', () => {
  it('is not told that another petition has the same sender, from neither of the two', async () => {
    const named = { gist: ABOUT, ...naming('giang') };
    const y = await office.registered({ sender: firm, ...named });
    const x = await office.registered({ sender: firm, gist: 'Hoàn thuế chậm' });
    await told('binh', y, x);
    await told('dung', x, y);
    expect([await opens('giang', y), await opens('giang', x)]).toEqual([404, 200]);
    expect(await similar('giang', y)).toEqual([]);
    expect(await similar('giang', x)).toEqual([]);
  }, 60_000);

  it('sees the same whether or not the sender is the same, where the content is alike', async () => {
    const gist = 'Công chức từ chối nhận hồ sơ hoàn thuế nhiều lần';
    const y = await office.registered({ sender: firm, gist, ...naming('giang') });
    const x = await office.registered({ sender: firm, gist });
    const z = await office.registered({
      sender: { ...firm, name: 'Ai Đó', phone: '0900000009' },
      gist,
    });
    await told('dung', x, y);
    expect(await similar('dung', y)).toEqual([[x, true], ...(await similar('dung', y)).slice(1)]);
    const seen = await similar('giang', y);
    expect(seen.map(([, same]) => same)).toEqual([false, false]);
    // By day and number alone.
    expect(seen.map(([number]) => number)).toEqual([x, z].sort().reverse());
  }, 60_000);

  it('finds out no name by making a petition of their own its sender’s', async () => {
    const secret = { name: 'Công ty Bí Mật', address: null, phone: '0911222333' };
    const y = await office.registered({ sender: secret, gist: 'Nhận tiền', ...naming('dung') });
    const other = { name: 'Ai Đó', address: 'x', phone: '0900000001' };
    const x = await office.registered({ sender: other, gist: 'Việc tự đặt ra' });
    const corrected = { address: null, phone: '0911222333', email: null, idNumber: null };
    for (const name of ['Công ty Một', secret.name])
      await office.does('dung', `/intake/petitions/${x}/sender-corrections`, {
        ...{ ...corrected, name, reason: 'slip' },
      });
    await told('giang', x, y);
    expect(await similar('dung', x)).toEqual([]);
    expect(await similar('dung', y)).toEqual([]);
  }, 60_000);
});

describe('T3: those who work on the case', () => {
  it('are not told either: verifiers, and clerks before there is an answer', async () => {
    const { number } = await office.assigned('hung');
    const again = await office.registered({ gist: 'Việc khác hẳn' });
    await told('dung', number, again);
    for (const id of ['hung', 'phuc'])
      expect(await similar(id, number)).not.toContainEqual([again, true]);
    expect((await similar('hung', number)).some(([, same]) => same)).toBe(false);
  }, 60_000);
});
