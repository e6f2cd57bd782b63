import type { IntakeMatter } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signedIn } from './abuse/staff.ts';
import { complaintOf, itIs, newReceiptCode, taken } from './complaint.ts';
import { startProduct, type Product } from './harness/index.ts';
import type { Person } from './person.ts';

const DAY = '2026-11-20';
const GIST = 'Dấu riêng một: đội trưởng nhận tiền';
const SUMMARY = 'Dấu riêng hai: người làm đơn đã thấy tận mắt';

let product: Product;
let people: Map<string, Person>;
let number: string;

beforeAll(async () => {
  product = await startProduct('standalone');
  await product.setClock(itIs(`${DAY}T02:00:00.000Z`));
  people = await signedIn(product.url);
  const body = { ...complaintOf(DAY, newReceiptCode()), gist: GIST, summary: SUMMARY };
  const about = { ...body, respondentUnit: 'HQ-DG' };
  ({ number } = await who('dung').does<{ number: string }>('/intake/petitions', about));
}, 120_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

const who = (id: string): Person => people.get(id)!;

/** All that anybody is shown of it, in whatever service. */
async function everythingShown(): Promise<{ id: string; text: string }[]> {
  const matters = ['', '/intake', '/triage', '/investigation', '/response'].flatMap((service) =>
    ['', '/history', `/history?asOf=${DAY}T02:30:00Z`].map(
      (tail) => `${service}/matters/${number}${tail}`,
    ),
  );
  const lists = [
    ...['open', 'all'].map((view) => `/triage/worklist?view=${view}`),
    '/investigation/worklist',
    '/response/worklist',
    '/intake/disclosures',
    '/intake/notices',
    '/triage/notices',
  ];
  // People ask side by side: what is hidden answers late by design.
  const shown = await Promise.all(
    [...people].map(async ([id, person]) => {
      const texts: string[] = [];
      for (const path of [...matters, ...lists])
        texts.push(JSON.stringify((await person.get(path)).body));
      return texts.map((text) => ({ id, text }));
    }),
  );
  return shown.flat();
}

describe('a complaint that turns out to be a denunciation, on the whole product', () => {
  it('is closed to everybody, where it was readable to its clerks before', async () => {
    const { revision } = await taken(who('giang'), number);
    const before = (await everythingShown()).map(({ text }) => text).join();
    expect(before).toContain(GIST);
    expect(before).toContain(SUMMARY);

    const classification = { kind: 'denunciation', reason: 'Nội dung là tố cáo' };
    const path = `/triage/petitions/${number}/classification`;
    await who('giang').does(path, classification, { ifMatch: revision });
    const page = `/intake/matters/${number}`;
    await who('giang').getUntil<IntakeMatter>(page, ({ state }) => state === 'classified');

    const leaks = (await everythingShown()).filter(({ text }) => /Dấu riêng/.test(text));
    expect(leaks).toEqual([]);
    // It is still there for those who handle it, who say what for.
    const disclosure = `/intake/denunciations/${number}/identity-disclosures`;
    expect(await who('oanh').does(disclosure, { purpose: 'verify-identity' })).toMatchObject({
      statement: SUMMARY,
    });
  }, 120_000);
});
