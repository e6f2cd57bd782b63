import type { disclosuresSchema } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { expectProblem } from './abuse/problem.ts';
import { signedIn } from './abuse/staff.ts';
import { SENDER, borderPost, itIs, register } from './complaint.ts';
import { startProduct, type Product } from './harness/index.ts';
import type { Person } from './person.ts';

type List = z.infer<typeof disclosuresSchema>;

/** The product's own limit, where nothing else is configured. */
const PER_HOUR = 20;
const DAY = '2026-11-20';

let product: Product;
let people: Map<string, Person>;
let numbers: string[];

beforeAll(async () => {
  product = await startProduct('standalone');
  await product.setClock(itIs(`${DAY}T02:00:00.000Z`));
  const post = await borderPost(product.url);
  numbers = [];
  for (let i = 0; i <= PER_HOUR; i++) numbers.push(await register(post, DAY));
  people = await signedIn(product.url, ['dung', 'binh', 'khanh', 'ha', 'hung', 'tam']);
}, 180_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

const disclose = (number: string) =>
  people
    .get('dung')!
    .post(`/intake/petitions/${number}/identity-disclosures`, { purpose: 'contact-sender' });
const listOf = (id: string) => people.get(id)!.get<List>('/intake/disclosures');

describe('T2: who opens more identities than his work asks for', () => {
  it('is stopped past the hourly limit, sees nothing more, and is told when to go on', async () => {
    for (const number of numbers.slice(0, PER_HOUR))
      expect((await disclose(number)).status).toBe(200);
    const last = numbers.at(-1)!;
    for (let i = 0; i < 2; i++) {
      const answer = await disclose(last);
      expectProblem(answer, 'DISCLOSURE_LIMIT');
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(3500);
      expect(JSON.stringify(answer.body)).not.toContain(SENDER.name);
    }
    // What he had open he may look at again.
    expect((await disclose(numbers[0]!)).body).toMatchObject({ sender: { name: SENDER.name } });
    await product.setClock(itIs(`${DAY}T03:05:00.000Z`));
    expect((await disclose(last)).status).toBe(200);
  }, 60_000);

  it.each(['binh', 'khanh', 'ha'])(
    'is on the weekly list of %s, without who was looked at',
    async (id) => {
      const { body } = await listOf(id);
      expect(body).toMatchObject({ week: '2026-W47', total: PER_HOUR + 1 });
      expect(body.items.every(({ person }) => person.id === 'dung')).toBe(true);
      const { body: second } = await people
        .get(id)!
        .get<List>('/intake/disclosures?limit=50&week=2026-W47');
      expect(second.items.find(({ number }) => number === numbers.at(-1))).toMatchObject({
        opened: 1,
        refused: 1,
      });
      expect(second.items.find(({ number }) => number === numbers[0])).toMatchObject({ opened: 2 });
      for (const personal of Object.values(SENDER))
        expect(JSON.stringify(second)).not.toContain(personal);
    },
  );

  it('is no business of colleagues, nor of another branch', async () => {
    for (const id of ['dung', 'hung']) expectProblem(await listOf(id), 'ACTION_FORBIDDEN');
    expect((await listOf('tam')).body).toMatchObject({ items: [], total: 0 });
  });
});
