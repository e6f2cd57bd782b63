import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { leaveMarkers, leavesNoMarker, type Marked } from './abuse/marked-way.ts';
import { expectProblem, visible, type Problem } from './abuse/problem.ts';
import { registration } from './abuse/whole-way.ts';
import { newReceiptCode } from './complaint.ts';
import { startProduct, type Product } from './harness/index.ts';
import { Person } from './person.ts';

let product: Product;
let marked: Marked;
beforeAll(async () => {
  product = await startProduct('standalone');
  marked = await leaveMarkers(product);
}, 180_000);
afterAll(async () => {
  await marked?.database.close();
  await product?.close();
}, 60_000);

describe('T4, in all that the whole product leaves on disk: what people wrote in confidence, and the receipt code, is', () => {
  leavesNoMarker(() => marked);
});

/** Each of them is words of the product, a date, a unit, or the number of a paper. */
const TRACKED = [
  ...['facts', 'isConfidential', 'kind', 'late', 'next', 'number', 'on', 'openings', 'padding'],
  ...['rating', 'sentence', 'state', 'tasks', 'timeline', 'unit', 'withdrawal'],
];

describe('T14: the receipt code', () => {
  const ask = (body: unknown, headers: Record<string, string> = {}) =>
    Person.stranger(product.url).send<Problem>('/track', {
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  it('is asked for by nothing but a POST at the one public door', async () => {
    const stranger = Person.stranger(product.url);
    const answers = [
      await stranger.get<Problem>(`/track?code=${marked.code}`),
      await stranger.get<Problem>(`/track/${marked.code}`),
      await stranger.post<Problem>('/intake/track', { code: marked.code }),
      await marked.staff.desk.post<Problem>('/intake/track', { code: marked.code }),
    ];
    for (const answer of answers) expectProblem(answer, 'NOT_FOUND|SIGN_IN_REQUIRED');
  });

  it('guessed, or misspelt, is told by one and the same answer', async () => {
    const guesses = [
      newReceiptCode(),
      newReceiptCode(),
      marked.code.slice(1),
      'x',
      '',
      '0'.repeat(28),
    ];
    const answers = await Promise.all(guesses.map((code) => ask({ code })));
    answers.forEach((answer) => expectProblem(answer, 'RECEIPT_CODE_WRONG'));
    expect(new Set(answers.map(visible)).size).toBe(1);
  });

  it('is no object, no list and nothing longer than a code', async () => {
    for (const code of [{ $ne: '' }, [marked.code], null, 1, 'A'.repeat(61)])
      expectProblem(await ask({ code }), 'INVALID_INPUT');
  });

  it('tells its holder the state, and no text and no person', async () => {
    const { status, body, headers } = await ask({ code: marked.code.toLowerCase() });
    expect([status, Object.keys(body).sort()]).toEqual([200, TRACKED]);
    expect(headers.get('cache-control')).toBe('no-store');
    // Of all that people wrote, the number of the decision alone.
    for (const [field, text] of marked.said)
      expect([field, JSON.stringify(body).includes(text)]).toEqual([
        field,
        field === 'decisionNumber',
      ]);
  });

  it('cannot be tried for long, whatever address is claimed', async () => {
    const limited = [];
    for (let n = 0; n < 70; n++)
      limited.push(
        await ask(
          { code: newReceiptCode() },
          { 'x-forwarded-for': `10.0.0.${n}`, forwarded: `for=10.1.0.${n}` },
        ),
      );
    const last = limited.at(-1)!;
    expectProblem(last, 'TOO_MANY_REQUESTS');
    expect(limited.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(10);
  });
});

describe('T14: another person’s Idempotency-Key', () => {
  it('opens nothing of his: the same key makes a command of one’s own', async () => {
    const { desk } = marked.staff;
    const stranger = await Person.signIn(product.url, 'yen');
    const body = registration();
    const key = 'one-key-for-two-people';
    const mine = await desk.post<{ number: string }>('/intake/petitions', body, { key });
    // The same receipt code belongs to one petition, whoever sends it again.
    expectProblem(
      await stranger.post<Problem>('/intake/petitions', body, { key }),
      'RECEIPT_CODE_USED',
    );
    const theirs = await stranger.post<{ number: string }>('/intake/petitions', registration(), {
      key,
    });
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.body.number).not.toBe(mine.body.number);
    const again = await desk.post<{ number: string }>('/intake/petitions', body, { key });
    expect(again.body.number).toBe(mine.body.number);
    const path = `/intake/petitions/${mine.body.number}/identity-disclosures`;
    await desk.does(path, { purpose: 'contact-sender' }, { key });
    expectProblem(
      await stranger.post<Problem>(path, { purpose: 'contact-sender' }, { key }),
      'NOT_FOUND',
    );
  });
});
