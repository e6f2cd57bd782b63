import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { complaintOf, itIs, newReceiptCode } from './complaint.ts';
import { recordByTwo } from './directory-change.ts';
import { startProduct, type Product } from './harness/index.ts';
import { Person } from './person.ts';

const DAY = '2026-11-20';
let product: Product;

beforeAll(async () => {
  product = await startProduct('standalone');
  await on(DAY);
}, 120_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

const on = (day: string) => product.setClock(itIs(`${day}T02:00:00.000Z`));
/** A new session: one whose rights changed is ended. */
const as = (id: string) => Person.signIn(product.url, id);
const byTwo = async (entry: object) => recordByTwo(await as('quan'), await as('linh'), entry);
const registers = async (people: object[]) => {
  const body = {
    ...complaintOf(DAY, newReceiptCode()),
    ...{ declaredKind: 'denunciation', gist: null, respondentUnit: null },
    respondents: { units: [], people },
  };
  const dung = await as('dung');
  return (await dung.does<{ number: string }>('/intake/petitions', body)).number;
};
const statusFor = async (id: string, number: string) =>
  (await (await as(id)).get(`/triage/matters/${number}`)).status;
const arrived = async (id: string, number: string) =>
  (await as(id)).getUntil(`/triage/matters/${number}`, () => true);
/** Rights are rows: those of other services are there a moment later. */
const known = async (names: () => Promise<string>, id: string) => {
  for (let attempt = 0; attempt < 20; attempt++) {
    const number = await names();
    await arrived('khanh', number);
    if ((await statusFor(id, number)) === 404) return 404;
  }
  return 200;
};

describe('T27: a name by post and day', () => {
  it('is whoever deputised that day, too', async () => {
    await on('2026-11-10');
    const days = { from: '2026-11-10', to: '2026-11-12' };
    await (
      await as('binh')
    ).does('/directory/deputies', { post: 'hq-sm.binh', deputy: 'giang', ...days });
    await on(DAY);
    const named = () => registers([{ post: 'hq-sm.binh', on: '2026-11-11' }]);
    expect(await known(named, 'giang')).toBe(404);
  }, 120_000);

  it('is who held the post by what the directory said that day, also after a backdated handover', async () => {
    const title = { vi: 'Phó Trưởng Hải quan cửa khẩu', en: 'Deputy head of the post' };
    const handover = { kind: 'post', id: 'hq-sm.cuc', unit: 'HQ-SM', title, roles: ['head'] };
    await byTwo({ ...handover, person: 'lan', from: '2026-11-10', to: null });
    await byTwo({
      ...{ kind: 'post', id: 'hq-sm.cuc2', unit: 'HQ-SM', person: 'cuc', from: DAY, to: null },
      ...{ title: { vi: 'Xử lý đơn', en: 'Petitions' }, roles: ['classifier'] },
    });
    const named = () => registers([{ post: 'hq-sm.cuc', on: '2026-11-17' }]);
    for (const who of ['cuc', 'lan']) expect(await known(named, who)).toBe(404);
  }, 120_000);
});

describe('T1: a denunciation of every head of the line', () => {
  it('is taken with all names, and none of them reads it', async () => {
    const heads = ['binh', 'cuc', 'khanh', 'an'];
    const number = await registers(heads.map((person) => ({ person, on: DAY })));
    await arrived('giang', number);
    for (const head of heads) expect(await statusFor(head, number)).toBe(404);
  }, 60_000);
});
