import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryEntry, IntakeMatter, Tracked, TriageMatter } from '@minh-bach/contracts';
import {
  accept,
  borderPost,
  itIs,
  newReceiptCode,
  register,
  taken,
  type Post,
} from './complaint.ts';
import { startProduct, type Product } from './harness/index.ts';
import { Person } from './person.ts';

interface Notices {
  readonly items: readonly { matter: string; rule: string; due: string }[];
}
interface History {
  readonly entries: readonly HistoryEntry[];
}

let product: Product;
let post: Post;
let superior: Person;

beforeAll(async () => {
  product = await startProduct('standalone');
  await product.setClock(itIs('2026-11-20T02:00:00.000Z'));
  post = await borderPost(product.url);
  superior = await Person.signIn(product.url, 'khanh');
}, 180_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

const page = (person: Person, number: string) =>
  person.getUntil<IntakeMatter>(`/intake/matters/${number}`, () => true);

const propose = async (number: string, receivedOn: string, over: object = {}) => {
  const { revision } = await page(post.desk, number);
  return post.desk.post<{ code?: string }>(
    `/intake/petitions/${number}/receipt-date-corrections`,
    { receivedOn, proof: 'postmark', reason: 'Đọc nhầm dấu bưu điện', ...over },
    { ifMatch: revision },
  );
};
const answer = async (person: Person, number: string, how: 'confirmation' | 'refusal') => {
  const { revision } = await page(person, number);
  const path = `/intake/petitions/${number}/correction-${how}`;
  return person.post<{ code?: string }>(path, { note: 'Đã xem phong bì' }, { ifMatch: revision });
};

const told = async (number: string): Promise<readonly string[]> =>
  (await superior.get<Notices>('/triage/notices')).body.items
    .filter(({ matter }) => matter === number)
    .map(({ rule, due }) => `${rule} ${due}`);

describe('a wrong receipt date', () => {
  let number: string;
  let code: string;
  let before: string;

  beforeAll(async () => {
    code = newReceiptCode();
    // It came on the 19th. The desk wrote the 12th; the paper itself bears the 12th, too.
    number = await register(post, '2026-11-12', code);
    await taken(post.classifier, number);
    await product.setClock(itIs('2026-11-24T02:00:00.000Z'));
    await superior.getUntil<Notices>('/triage/notices', ({ items }) =>
      items.some(({ matter }) => matter === number),
    );
    before = '2026-11-24T03:00:00.000Z';
    await product.setClock(itIs('2026-11-25T02:00:00.000Z'));
  }, 60_000);

  it('is proposed by the desk, and confirmed by nobody who proposed it', async () => {
    expect(await propose(number, '2026-11-12')).toMatchObject({
      status: 422,
      body: { code: 'RECEIPT_DATE_SAME' },
    });
    expect(await propose(number, '2026-11-21')).toMatchObject({
      status: 422,
      body: { code: 'RECEIVED_AFTER_REGISTRATION' },
    });
    expect(await propose(number, '2026-11-11')).toMatchObject({
      status: 422,
      body: { code: 'DATED_AFTER_RECEIPT' },
    });
    expect(await propose(number, '2026-11-19')).toMatchObject({ status: 201 });
    expect(await answer(post.desk, number, 'confirmation')).toMatchObject({
      status: 409,
      body: { code: 'ANOTHER_PERSON_CONFIRMS' },
    });
    const { correction, receivedOn } = await page(post.classifier, number);
    expect(receivedOn).toBe('2026-11-12');
    expect(correction).toMatchObject({
      receivedOn: '2026-11-19',
      by: { id: 'dung' },
      isOwn: false,
      reason: 'Đọc nhầm dấu bưu điện',
    });
    expect(await told(number)).toHaveLength(1);
  });

  it('moves the clock once the superior confirms, and their warning is taken back', async () => {
    for (const late of [post.classifier, post.head])
      expect(await answer(late, number, 'confirmation')).toMatchObject({
        status: 409,
        body: { code: 'SUPERIOR_CONFIRMS', unit: 'KV-MH' },
      });
    expect(await answer(superior, number, 'confirmation')).toMatchObject({ status: 200 });
    const { clocks, receivedOn } = await post.classifier.getUntil<TriageMatter>(
      `/triage/matters/${number}`,
      (triage) => triage.receivedOn === '2026-11-19',
    );
    expect(receivedOn).toBe('2026-11-19');
    expect(clocks.find(({ rule }) => rule === 'KN1.ACCEPT.NEW')).toMatchObject({
      due: '2026-11-30',
      overdue: false,
    });
    await superior.getUntil<Notices>(
      '/triage/notices',
      ({ items }) => !items.some(({ matter }) => matter === number),
    );
  });

  it('is told to the sender: the new date, and that it was corrected', async () => {
    const sender = Person.stranger(product.url);
    const isNew = ({ next }: Tracked) => next?.due?.due === '2026-11-30';
    const tracked = await sender.getTracked(code, 'received', isNew);
    expect(tracked).toMatchObject({ on: '2026-11-19', late: [] });
    expect(tracked.timeline[0]?.text.vi).toBe(
      'Đã nhận đơn (ngày nhận đã được đính chính, trước đây ghi 12/11/2026)',
    );
  });

  it('shows both in the past: what was believed then, and what came of it', async () => {
    const path = `/matters/${number}/history`;
    const at = encodeURIComponent(before);
    const then = (await superior.get<History>(`${path}?asOf=${at}`)).body.entries;
    expect(then.map(({ type }) => type)).not.toContain('ClockRecalculated');
    expect(then.find(({ type }) => type === 'DeadlineBreached')?.rules).toMatchObject([
      { due: '2026-11-23' },
    ]);
    const { entries } = (await superior.get<History>(path)).body;
    const said = entries.map(({ summary }) => summary.vi);
    expect(said).toContain('Đính chính ngày nhận đơn: 19/11/2026, trước đây ghi 12/11/2026.');
    expect(said.join('\n')).toContain('Hạn trước đây: 23/11/2026; hạn đúng: 30/11/2026.');
    expect(said.join('\n')).toContain('Thu hồi báo cáo quá hạn');
    const recalculated = entries.find(({ type }) => type === 'ClockRecalculated');
    expect(recalculated?.rules.map(({ due }) => due)).toEqual(['2026-11-23', '2026-11-30']);
  });

  it('is noticed late anew when the right day has passed', async () => {
    await product.setClock(itIs('2026-12-01T02:00:00.000Z'));
    await superior.getUntil<Notices>('/triage/notices', ({ items }) =>
      items.some(({ matter, due }) => matter === number && due === '2026-11-30'),
    );
  });

  it('reaches the case where the petition was accepted, and may be declined', async () => {
    await product.setClock(itIs('2026-11-25T02:00:00.000Z'));
    const other = await register(post, '2026-11-18');
    await taken(post.classifier, other);
    const opened = await accept(post, other);
    expect(await propose(other, '2026-11-20')).toMatchObject({ status: 201 });
    expect(await answer(post.head, other, 'refusal')).toMatchObject({ status: 200 });
    expect(await propose(other, '2026-11-24')).toMatchObject({ status: 201 });
    expect(await answer(post.classifier, other, 'confirmation')).toMatchObject({ status: 200 });
    await post.head.getUntil<{ receivedOn: string }>(
      `/investigation/matters/${opened}`,
      ({ receivedOn }) => receivedOn === '2026-11-24',
    );
    const { number: kept } = await page(post.desk, other);
    expect(kept).toBe(other);
  }, 60_000);
});
