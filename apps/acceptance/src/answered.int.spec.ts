import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Published, ResponseMatter, Tracked } from '@minh-bach/contracts';
import {
  SENDER,
  accept,
  borderPost,
  conclude,
  itIs,
  newReceiptCode,
  register,
  today,
  type Post,
} from './complaint.ts';
import { startProduct, type Product } from './harness/index.ts';
import { Person } from './person.ts';

let product: Product;
let post: Post;
let sender: Person;
let opened: string;
const code = newReceiptCode();

const on = (day: string) => product.setClock(itIs(`${day}T02:00:00.000Z`));
const page = () => post.clerk.getUntil<ResponseMatter>(`/response/matters/${opened}`, () => true);
const does = async (who: Person, path: string, body: object) =>
  who.post<{ code?: string }>(`/response/cases/${opened}/${path}`, body, {
    ifMatch: (await page()).revision,
  });
const sends = (to: string, over: object = {}) =>
  does(post.clerk, 'sending', { to, method: 'electronic', sentOn: today(), ...over });
const told = (state: string, wanted: (tracked: Tracked) => boolean = () => true) =>
  sender.getTracked(code, state, wanted);
const next = ({ next: to }: Tracked) => [to?.due?.rule ?? null, to?.due?.due ?? null];

beforeAll(async () => {
  product = await startProduct('standalone');
  await on('2026-11-20');
  post = await borderPost(product.url);
  sender = Person.stranger(product.url);
  const number = await register(post, '2026-11-18', code);
  opened = await accept(post, number);
  await on('2026-12-10');
  await conclude(post, opened);
  await page();
}, 180_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

describe('a decision on a complaint', () => {
  it('is issued, and its sender told by which day it comes to them', async () => {
    const decision = {
      ...{ decisionNumber: '12/QĐ-HQSM', issuedOn: today(), signer: 'binh', conclusion: 'upheld' },
      ...{ text: 'Điều 1. Hủy quyết định…', forwarder: 'deputy', hasRelated: true },
    };
    expect((await does(post.head, 'decision', decision)).status).toBe(200);
    expect(next(await told('decision_issued'))).toEqual(['KN1.SEND', '2026-12-15']);
    const { addressees, clocks } = await page();
    expect(addressees.map(({ to }) => to)).toEqual([
      ...['sender', 'superior', 'inspectorate', 'related', 'forwarder'],
    ]);
    expect(clocks.map(({ rule, due }) => `${rule} ${due}`).sort()).toEqual([
      'KN.PUBLISH 2026-12-25',
      'KN1.SEND 2026-12-15',
      'TCD.FORWARDED_RESULT 2026-12-21',
    ]);
  });

  it('goes to five, each with its day; the limit is met by the last of them', async () => {
    await on('2026-12-11');
    // To the name and address that the petition keeps sealed.
    expect((await sends('sender', { method: 'registered_post', item: 'EH 1' })).status).toBe(200);
    expect(next(await told('decision_sent'))).toEqual(['KN.PUBLISH', '2026-12-25']);
    expect((await sends('respondent')).body.code).toBe('NOT_AN_ADDRESSEE');
    for (const to of ['superior', 'inspectorate', 'forwarder']) await sends(to);
    expect((await page()).clocks.map(({ rule }) => rule)).toContain('KN1.SEND');
    expect((await sends('related')).body.code).toBe('ADDRESSEE_MISSING');
    await sends('related', { addressee: 'Công ty B, Hải Phòng' });
    expect((await page()).clocks.map(({ rule }) => rule)).toEqual(['KN.PUBLISH']);
    await on('2026-12-14');
    await does(post.clerk, 'delivery', { receivedOn: today(), proof: 'BP 77' });
    const { tasks, rating } = await told('decision_delivered');
    expect(tasks).toMatchObject([{ due: { rule: 'KN2.WINDOW', due: '2027-01-13' } }]);
    expect(rating).toEqual({ isOpen: true, stars: null });
    expect((await page()).window).toMatchObject({ due: '2027-01-13' });
  });

  it('is published by two, without its sender, within fifteen days', async () => {
    const text = `Hủy quyết định ấn định thuế đối với ${SENDER.name}.`;
    expect((await does(post.clerk, 'publications', { text })).body).toMatchObject({
      code: 'SENDER_IN_TEXT',
    });
    const open = 'Hủy quyết định ấn định thuế đối với một doanh nghiệp thủy sản.';
    await does(post.clerk, 'publications', { text: open });
    const publish = { version: 1, way: 'posting' };
    const alone = await does(post.clerk, 'publication-confirmation', publish);
    expect(alone.body.code).toBe('SECOND_READER_NEEDED');
    const read = async () => (await sender.get<Published>('/published')).body.items;
    expect(await read()).toEqual([]);
    expect((await does(post.head, 'publication-confirmation', publish)).status).toBe(200);
    expect(await read()).toMatchObject([
      { unit: { id: 'HQ-SM' }, outcome: 'upheld', publishedOn: '2026-12-14', text: open },
    ]);
    expect(JSON.stringify(await read())).not.toMatch(/[DV]26-\d{8}|Bình Minh|binh|phuc/);
    const { next: after, facts } = await told('decision_delivered', ({ facts: said }) =>
      said.some(({ vi }) => vi.includes('công khai')),
    );
    expect(facts.at(-1)?.vi).toContain('Quyết định được công khai ngày 14/12/2026');
    expect(after).toMatchObject({ due: null, isDated: true });
    expect(after?.text.vi).toContain('có hiệu lực pháp luật sau ngày 09/01/2027');
  });

  it('is rated by its sender, once', async () => {
    const rate = (body: object) =>
      sender.post<Tracked & { code?: string }>('/track/rating', { code, ...body });
    const { status, body } = await rate({ stars: 4, reasons: ['slow'], words: 'Chờ hơi lâu.' });
    expect([status, body.rating]).toEqual([200, { isOpen: false, stars: 4 }]);
    expect((await rate({ stars: 1 })).body.code).toBe('RATING_NOT_OPEN');
    const { body: seen } = await post.clerk.get<{ items: object[] }>('/intake/ratings');
    expect(seen.items).toMatchObject([{ unit: { id: 'HQ-SM' }, count: 1, mean: 4 }]);
  });

  it('closes when the law lets it, and says before why it does not', async () => {
    const closing = { because: 'nothing_to_carry_out' };
    const early = await does(post.clerk, 'closure', closing);
    expect(early.body).toMatchObject({ code: 'PUBLICATION_TOO_SHORT', until: '2026-12-29' });
    expect((await page()).waitsFor.map(({ vi }) => vi)).toEqual([
      'Công khai ít nhất 15 ngày, hết ngày 29/12/2026 (NĐ 124/2020 Đ.29 k.3).',
      'Quyết định có hiệu lực pháp luật sau ngày 09/01/2027 (Luật Khiếu nại Đ.44).',
    ]);
    await on('2027-01-09');
    expect((await does(post.clerk, 'closure', closing)).body.code).toBe('NOT_IN_FORCE_YET');
    await on('2027-01-10');
    expect((await does(post.clerk, 'closure', closing)).status).toBe(200);
    expect(await told('closed')).toMatchObject({ next: null, rating: { stars: 4 } });
  });
});
