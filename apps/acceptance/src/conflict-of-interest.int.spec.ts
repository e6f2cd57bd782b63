import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseMatter, HistoryEntry } from '@minh-bach/contracts';
import { accept, borderPost, itIs, register, type Post } from './complaint.ts';
import { startProduct, type Product } from './harness/index.ts';
import { Person } from './person.ts';

interface Refusal {
  readonly code?: string;
  readonly rule?: string;
  readonly vi?: { readonly detail: string };
}

let product: Product;
let post: Post;
let lan: Person;
let opened: string;

beforeAll(async () => {
  product = await startProduct('standalone');
  await product.setClock(itIs('2026-11-20T02:00:00.000Z'));
  post = await borderPost(product.url);
  lan = await Person.signIn(product.url, 'lan');
  opened = await accept(post, await register(post, '2026-11-18'));
}, 180_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

const pageOf = (person: Person) =>
  person.getUntil<CaseMatter>(`/investigation/matters/${opened}`, () => true);
const commandOf = (what: string) => `/investigation/cases/${opened}/${what}`;
async function assigns(assignee: string, over: object = { noConflict: true }) {
  const { revision } = await pageOf(post.head);
  return post.head.post<Refusal>(
    commandOf('assignment'),
    { assignee, ...over },
    { ifMatch: revision },
  );
}

describe('a relative who is proposed as verifier', () => {
  it('is not assigned without a look at the list of conflicts', async () => {
    await pageOf(post.head);
    expect(await assigns('hung', {})).toMatchObject({ status: 400 });
    expect(await assigns('hung', { noConflict: false })).toMatchObject({ status: 400 });
  });

  it('is refused once somebody has reported it, with the rule, which is said to be no law here', async () => {
    const relation = {
      ...{ person: 'hung', relation: 'relative_of_respondent' },
      note: 'Anh ruột của công chức ra quyết định',
    };
    expect(await lan.post(commandOf('relations'), relation)).toMatchObject({ status: 201 });
    const { status, body } = await assigns('hung');
    expect([status, body.code, body.rule]).toEqual([409, 'ASSIGNEE_HAS_CONFLICT', 'COI4']);
    expect(body.vi?.detail).toContain('quy tắc nội bộ (không phải luật)');
    expect((await pageOf(post.head)).assignee).toBeNull();
  });

  it('leaves the case to another, who gives it back for a conflict of their own', async () => {
    expect(await assigns('lan')).toMatchObject({ status: 200 });
    const { revision } = await pageOf(lan);
    const declined = await lan.post(
      commandOf('assignment-refusal'),
      { relation: 'direct_interest', note: 'Đang mua hàng của doanh nghiệp này' },
      { ifMatch: revision },
    );
    expect(declined).toMatchObject({ status: 200 });
    const page = await post.head.getUntil<CaseMatter>(
      `/investigation/matters/${opened}`,
      ({ state }) => state === 'received',
    );
    expect(page.assignee).toBeNull();
    expect(page.relations).toMatchObject([
      { person: { id: 'hung' }, by: { id: 'lan' }, isOwn: false, declined: false },
      {
        ...{ person: { id: 'lan' }, isOwn: true, declined: true },
        note: 'Đang mua hàng của doanh nghiệp này',
      },
    ]);
    expect((await assigns('lan')).body.code).toBe('ASSIGNEE_HAS_CONFLICT');
    const list = await post.head.getUntil<{ items: readonly { case: string }[] }>(
      '/investigation/worklist?view=unassigned&limit=25',
      ({ items }) => items.some((row) => row.case === opened),
    );
    expect(list.items.map((row) => row.case)).toContain(opened);
  });

  it('is assigned after the head has found that there is no relation; all of it is in the history', async () => {
    const { revision } = await pageOf(post.head);
    const found = await post.head.post(
      commandOf('relation-dismissals'),
      { relation: 1, reason: 'Chỉ trùng họ tên' },
      { ifMatch: revision },
    );
    expect(found).toMatchObject({ status: 200 });
    expect(await assigns('hung')).toMatchObject({ status: 200 });
    const { body } = await post.head.get<{ entries: readonly HistoryEntry[] }>(
      `/investigation/matters/${opened}/history`,
    );
    expect(body.entries.map(({ type }) => type)).toEqual([
      ...['CaseReceived', 'RelationDeclared', 'CaseAssigned', 'AssignmentDeclined'],
      ...['RelationDismissed', 'CaseAssigned'],
    ]);
    expect(JSON.stringify(body)).not.toMatch(/ra quyết định|trùng họ tên|mua hàng/);
  });
});
