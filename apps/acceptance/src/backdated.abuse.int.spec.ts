import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ResponseMatter, Tracked } from '@minh-bach/contracts';
import {
  accept,
  borderPost,
  conclude,
  itIs,
  newReceiptCode,
  register,
  type Post,
} from './complaint.ts';
import { startProduct, type Product } from './harness/index.ts';
import { Person } from './person.ts';

const LONG_AGO = '2026-11-20';
const LAW = { inTime: 0, late: 1 };

let product: Product;
let post: Post;
let khanh: Person;
/** The case whose decision is issued late. */
let first = '';

beforeAll(async () => {
  product = await startProduct('standalone');
}, 120_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

async function comes(instant: string): Promise<void> {
  await product.setClock(itIs(instant));
  post = await borderPost(product.url);
  khanh = await Person.signIn(product.url, 'khanh');
}

interface Notices {
  readonly items: readonly { readonly matter: string; readonly rule: string; doneOn: string }[];
}
const warned = async (service: string, view: 'open' | 'done', of: string) => {
  const { body } = await khanh.get<Notices>(`/${service}/notices?view=${view}`);
  return body.items.find(({ matter, rule }) => matter === of && rule.startsWith('KN1'));
};
const toldOf = (service: string, of: string) =>
  khanh.getUntil<Notices>(`/${service}/notices?view=open`, ({ items }) =>
    items.some(({ matter }) => matter === of),
  );

interface Counts {
  readonly months: readonly { readonly law: { readonly inTime: number; readonly late: number } }[];
}
/** Limits of the law that are met in this service, once there is one. */
async function met(service: string) {
  const sum = ({ months }: Counts) => ({
    inTime: months.reduce((n, { law }) => n + law.inTime, 0),
    late: months.reduce((n, { law }) => n + law.late, 0),
  });
  return sum(
    await khanh.getUntil<Counts>(`/${service}/counts`, (counts) => {
      const { inTime, late } = sum(counts);
      return inTime + late > 0;
    }),
  );
}

const concluded = async (code: string): Promise<string> => {
  const opened = await accept(post, await register(post, LONG_AGO, code));
  await conclude(post, opened);
  return opened;
};
const pageOf = (opened: string) =>
  post.clerk.getUntil<ResponseMatter>(`/response/matters/${opened}`, () => true);
const decision = (issuedOn: string) => ({
  ...{ decisionNumber: '12/QĐ', issuedOn, signer: 'binh', conclusion: 'upheld', text: 'x' },
});

describe('T28: one person who says that all was in time', () => {
  it('a head: a decision issued after its limit, under an earlier day, is late', async () => {
    await comes('2026-11-20T02:00:00.000Z');
    const code = newReceiptCode();
    const opened = await concluded(code);
    await comes('2027-03-30T02:00:00.000Z');
    await toldOf('investigation', opened);
    const { revision } = await pageOf(opened);
    const path = `/response/cases/${opened}`;
    await post.head.does(`${path}/decision`, decision(LONG_AGO), { ifMatch: revision });
    first = opened;
    expect(await met('investigation')).toEqual(LAW);
    expect(await warned('investigation', 'open', opened)).toBeDefined();
    expect(await warned('investigation', 'done', opened)).toBeUndefined();
    const { sentence } = await Person.stranger(product.url).getTracked(code, 'decision_issued');
    expect(sentence.vi).toContain('20/11/2026');
  }, 120_000);

  it('a clerk: sent and received weeks ago leaves the warning and the sender’s time', async () => {
    await comes('2027-04-01T02:00:00.000Z');
    const code = newReceiptCode();
    const opened = await accept(post, await register(post, '2027-04-01', code));
    await conclude(post, opened);
    const path = `/response/cases/${opened}`;
    const { revision } = await pageOf(opened);
    await post.head.does(`${path}/decision`, decision('2027-04-01'), { ifMatch: revision });
    await comes('2027-05-20T02:00:00.000Z');
    await toldOf('response', opened);
    let now = (await pageOf(opened)).revision;
    const sending = { method: 'registered_post', sentOn: '2027-04-01', addressee: 'x', item: null };
    for (const to of ['superior', 'inspectorate', undefined]) {
      const body = { ...sending, ...(to && { to }) };
      now = (await post.clerk.does(`${path}/sending`, body, { ifMatch: now })).revision;
    }
    await post.clerk.does(
      ...([`${path}/delivery`, { receivedOn: '2027-04-01' }, { ifMatch: now }] as const),
    );
    expect(await met('response')).toEqual(LAW);
    expect(await warned('response', 'open', opened)).toBeDefined();
    const told = await Person.stranger(product.url).getTracked(code, 'decision_delivered');
    expect(JSON.stringify(told.tasks)).not.toContain('đã hết');
    expect(said(told)).toContain(
      'Ngày 20/05/2027, cơ quan ghi nhận rằng ông/bà nhận quyết định ngày 01/04/2027.',
    );
    expect((await pageOf(opened)).window?.due).toBe('2027-06-21');
    received = { opened, code };
  }, 120_000);
});

let received = { opened: '', code: '' };

describe('the second person', () => {
  const confirms = async (who: Person) => {
    const path = `/response/cases/${received.opened}/day-confirmation`;
    const { revision } = await pageOf(received.opened);
    const { status, body } = await who.post<{ code?: string }>(
      path,
      { note: null },
      { ifMatch: revision },
    );
    return body.code ?? status;
  };

  it('is above the late unit where a delay would be none', async () => {
    expect(await confirms(post.clerk)).toBe('ANOTHER_PERSON_CONFIRMS');
    expect(await confirms(post.head)).toBe('DAY_CONFIRMED_ABOVE');
    expect((await pageOf(received.opened)).waiting).toMatchObject([
      { of: 'sending', to: 'superior', confirmedBy: { id: 'KV-MH' } },
      { of: 'sending', to: 'inspectorate' },
      { of: 'sending', to: 'sender' },
      { of: 'receipt', to: 'sender', confirmedBy: null },
    ]);
    for (let day = 0; day < 3; day += 1) expect(await confirms(khanh)).toBe(200);
    const { doneOn } = await untilWarned('response', 'done', received.opened);
    expect(doneOn).toBe('2027-04-01');
    expect(await met('response')).toEqual({ inTime: 1, late: 0 });
  }, 60_000);

  it('is anybody else with the right for the day that the sender’s time begins', async () => {
    expect(await confirms(post.head)).toBe(200);
    const { window, waiting } = await pageOf(received.opened);
    expect([window?.due, waiting]).toEqual(['2027-05-04', []]);
    const told = await Person.stranger(product.url).getTracked(
      received.code,
      'decision_delivered',
      (tracked) => !said(tracked).includes('cơ quan ghi nhận rằng'),
    );
    expect(told.on).toBe('2027-04-01');
    expect(await confirms(post.head)).toBe('NO_DAY_WAITS');
  }, 60_000);

  it('makes a decision in time that was recorded long after', async () => {
    const page = `/response/matters/${first}`;
    const { revision } = await khanh.getUntil<ResponseMatter>(page, () => true);
    const path = `/response/cases/${first}/day-confirmation`;
    await khanh.does(path, { note: 'Đã xem bản chính' }, { ifMatch: revision });
    const { doneOn } = await untilWarned('investigation', 'done', first);
    expect(doneOn).toBe(LONG_AGO);
    expect(await met('investigation')).toMatchObject({ late: 0 });
  }, 60_000);
});

async function untilWarned(service: string, view: 'open' | 'done', of: string) {
  const path = `/${service}/notices?view=${view}`;
  const isIt = ({ matter, rule }: { matter: string; rule: string }) =>
    matter === of && rule.startsWith('KN1');
  const { items } = await khanh.getUntil<Notices>(path, (found) => found.items.some(isIt));
  return items.find(isIt)!;
}

const said = (told: Tracked): string => JSON.stringify(told);
