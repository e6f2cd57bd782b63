import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@minh-bach/testing';
import { complaintOf, itIs, newReceiptCode } from './complaint.ts';
import { recordByTwo } from './directory-change.ts';
import { startProduct, type Product } from './harness/index.ts';
import { Person } from './person.ts';

const DAY = '2026-11-20';
let product: Product;
const sessions = new Map<string, Promise<Person>>();
const as = (id: string) => {
  if (!sessions.has(id)) sessions.set(id, Person.signIn(product.url, id));
  return sessions.get(id)!;
};

beforeAll(async () => {
  product = await startProduct('standalone');
  await product.setClock(itIs(`${DAY}T02:00:00.000Z`));
}, 120_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

interface Body {
  readonly revision: number;
  readonly case: string;
  readonly code?: string;
}
async function does(id: string, path: string, body: object, revision?: number, post?: string) {
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
    ...(post === undefined ? {} : { 'x-acting-post': post }),
    ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
  };
  return (await as(id)).send<Body>(path, { headers, body: JSON.stringify(body) });
}
const status = async (...asked: Parameters<typeof does>) => (await does(...asked)).status;
const register = async (desk: string, more: object) =>
  (
    await (
      await as(desk)
    ).does<{ number: string }>('/intake/petitions', {
      ...complaintOf(DAY, newReceiptCode()),
      ...more,
    })
  ).number;
const seen = async (id: string, number: string, of = 'triage') =>
  (await (await as(id)).getUntil<Body>(`/${of}/matters/${number}`, () => true)).revision;
const asked = (number: string, what: string) => `/triage/petitions/${number}/${what}`;
/** Every service that is asked below has heard of the post. */
const isKnown = (id: string, post: string) =>
  eventually(async () => {
    for (const service of ['triage', 'investigation']) {
      const listed = await (await as(id)).get(`/${service}/worklist`, { 'x-acting-post': post });
      expect([service, listed.status]).toEqual([service, 200]);
    }
  });
const names = async (id: string, number: string, respondentUnit: string | null, who: object) =>
  status(
    ...([id, asked(number, 'respondents'), { respondentUnit, reason: 'c', ...who }] as const),
    await seen(id, number),
  );
const nobody = { respondents: { units: [], people: [] } };

/** Classified and accepted by `by`, in its unit. @returns the case */
async function accepted(by: string, unit: string, instance: 1 | 2, number: string) {
  await does(by, asked(number, 'classification'), { kind: 'complaint' }, await seen(by, number));
  const body = { instance, competentUnit: unit, conditionsMet: true };
  const { body: opened } = await does(
    by,
    asked(number, 'acceptance'),
    body,
    await seen(by, number),
  );
  await seen('an', opened.case, 'investigation');
  return opened.case;
}
const assigns = async (id: string, number: string, assignee: string, post?: string) =>
  status(
    ...([id, `/investigation/cases/${number}/assignment`, { assignee, noConflict: true }] as const),
    ...([await seen('an', number, 'investigation'), post] as const),
  );
async function drafts(id: string, number: string, post?: string) {
  const body = { conclusion: 'dismissed', findings: 'f', law: 'l', measures: 'm' };
  const at = await seen('an', number, 'investigation');
  return status(id, `/investigation/cases/${number}/conclusions`, body, at, post);
}
const approves = async (id: string, number: string, post?: string) =>
  status(
    ...([id, `/investigation/cases/${number}/approval`, { version: 1 }] as const),
    ...([await seen('an', number, 'investigation'), post] as const),
  );

describe('T11, COI6: what one person says of a matter', () => {
  it('moves no other complaint, where they add a unit to an older one', async () => {
    const first = await register('thu', { respondentUnit: 'KV-MH' });
    await assigns('khanh', await accepted('thu', 'KV-MH', 1, first), 'son');
    const before = await accepted(
      'thu',
      'KV-MH',
      2,
      await register('thu', { respondentUnit: 'HQ-DG' }),
    );
    expect(await assigns('khanh', before, 'son')).toBe(200);
    const units = { respondents: { units: ['HQ-DG'], people: [] } };
    await names('thu', first, 'KV-MH', units);
    await names('thu', first, 'KV-MH', nobody);
    const after = await accepted(
      'thu',
      'KV-MH',
      2,
      await register('thu', { respondentUnit: 'HQ-DG' }),
    );
    expect(await assigns('khanh', after, 'son')).toBe(200);
  }, 60_000);

  it('gives it to nobody who headed a unit that it names, where it names the unit above, too', async () => {
    await recordByTwo(await as('quan'), await as('linh'), {
      ...{ kind: 'post', id: 'kv-mh.binh', unit: 'KV-MH', person: 'binh', from: DAY, to: null },
      ...{ title: { vi: 'Phó', en: 'Deputy' }, roles: ['head'] },
    });
    await isKnown('binh', 'kv-mh.binh');
    const both = { respondents: { units: ['KV-MH'], people: [] } };
    const number = await register('thu', { respondentUnit: 'HQ-SM', ...both });
    const says = { kind: 'complaint' };
    const at = await seen('thu', number);
    expect(await status('binh', asked(number, 'classification'), says, at, 'kv-mh.binh')).toBe(404);
    const refused = { outcome: 'not_accepted', competentBody: null, reason: 'x', notice: 'other' };
    const now = await seen('thu', number);
    expect(await status('binh', asked(number, 'settlement'), refused, now, 'kv-mh.binh')).toBe(404);
  }, 60_000);

  it('makes it no first one for them, by naming the unit above instead', async () => {
    const number = await register('thu', { respondentUnit: 'HQ-SM' });
    await seen('thu', number);
    await names('thu', number, 'KV-MH', nobody);
    const of = await accepted('thu', 'KV-MH', 1, number);
    expect(await assigns('binh', of, 'son', 'kv-mh.binh')).toBe(404);
    await drafts('son', of);
    expect(await approves('binh', of, 'kv-mh.binh')).toBe(404);
  }, 60_000);
});
