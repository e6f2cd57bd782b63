import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ResponseMatter, UnitPosts } from '@minh-bach/contracts';
import type { Problem } from './abuse/problem.ts';
import { until } from './abuse/staff.ts';
import { accept, borderPost, conclude, itIs, register, type Post } from './complaint.ts';
import { recordByTwo } from './directory-change.ts';
import { startProduct, type Product } from './harness/index.ts';
import { Person } from './person.ts';

const LAST_DAY = '2026-12-10';
const FIRST_DAY = '2026-12-11';

let product: Product;
let post: Post;
let successor: Person;
let opened: string;

/** The head signs off a case; the next day another holds his post, and every service has heard it. */
beforeAll(async () => {
  product = await startProduct('standalone');
  await product.setClock(itIs('2026-11-20T02:00:00.000Z'));
  post = await borderPost(product.url);
  opened = await accept(post, await register(post, '2026-11-20'));
  await product.setClock(itIs(`${LAST_DAY}T02:00:00.000Z`));
  await conclude(post, opened);
  await post.head.does('/directory/deputies', {
    post: 'hq-sm.binh',
    deputy: 'hung',
    from: LAST_DAY,
    to: '2027-01-31',
  });

  const [first, second] = await Promise.all(
    ['quan', 'linh'].map((id) => Person.signIn(product.url, id)),
  );
  await recordByTwo(first!, second!, {
    kind: 'post',
    id: 'hq-sm.binh',
    unit: 'HQ-SM',
    title: { vi: 'Trưởng Hải quan cửa khẩu', en: 'Head of the post' },
    roles: ['head'],
    person: 'tam',
    from: FIRST_DAY,
    to: null,
  });
  await product.setClock(itIs(`${FIRST_DAY}T02:00:00.000Z`));
  successor = await Person.signIn(product.url, 'tam');
  await until(async () => {
    const asked = { 'x-acting-post': 'hq-sm.binh' };
    return (await successor.get('/response/worklist', asked)).status === 200;
  });
}, 180_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

async function typeIn(signer: string, issuedOn: string) {
  const { revision } = await post.clerk.getUntil<ResponseMatter>(
    `/response/matters/${opened}`,
    () => true,
  );
  const body = {
    decisionNumber: '12/QĐ-HQSM',
    issuedOn,
    signer,
    conclusion: 'upheld',
    text: 'Điều 1. Hủy quyết định…',
  };
  return successor.send<Problem>(`/response/cases/${opened}/decision`, {
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'if-match': `"${revision}"`,
      'x-acting-post': 'hq-sm.binh',
    },
    body: JSON.stringify(body),
  });
}

describe('after a change of head', () => {
  it('each of the two is named for his days', async () => {
    const headOn = async (day: string) => {
      const { body } = await post.clerk.get<UnitPosts>(`/directory/units/HQ-SM/posts?asOf=${day}`);
      return body.items.find(({ id }) => id === 'hq-sm.binh')?.holder?.id;
    };
    expect([await headOn(LAST_DAY), await headOn(FIRST_DAY)]).toEqual(['binh', 'tam']);
  });

  it('neither signs for a day of the other', async () => {
    for (const [signer, day] of [
      ['binh', FIRST_DAY],
      ['tam', LAST_DAY],
    ] as const)
      expect((await typeIn(signer, day)).body.code).toBe('SIGNER_CANNOT_SIGN');
  });

  it('the one before and their deputy act for the other in nothing', async () => {
    for (const name of ['binh', 'hung']) {
      const deputy = await Person.signIn(product.url, name);
      const asked = { 'x-acting-post': 'hq-sm.binh' };
      const { body } = await deputy.get<Problem>('/response/worklist', asked);
      expect([name, body.code]).toEqual([name, 'POST_NOT_HELD']);
    }
  }, 60_000);

  it('a decision that the one before signed in his days can be typed in', async () => {
    expect((await typeIn('binh', LAST_DAY)).status).toBe(200);
  });
});
