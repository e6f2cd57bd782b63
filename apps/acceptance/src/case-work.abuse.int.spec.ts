import type { disclosuresSchema, IntakeMatter } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { describedRoutes, type DescribedRoute } from './abuse/described-routes.ts';
import { goodBody } from './abuse/good-bodies.ts';
import { expectProblem, visible, type Problem } from './abuse/problem.ts';
import { signedIn, staffOf, until, type Staff } from './abuse/staff.ts';
import { formFound, formsOf } from './abuse/traces.ts';
import { picture, send } from './abuse/upload.ts';
import { make, walk, wholeWay, type Numbers, type Texts } from './abuse/whole-way.ts';
import { itIs } from './complaint.ts';
import { startProduct, type Product } from './harness/index.ts';
import type { Person } from './person.ts';

/** Stands in all that tells who sent it, and in the scan. */
const IDENTITY = `Đỗ-${randomBytes(5).toString('hex')}`;
const text: Texts = (field) =>
  /^(sender|file|addressee)/.test(field) ? `${IDENTITY} ${field}` : `Nội dung ${field}`;
const UNKNOWN: Numbers = { petition: 'D26-00000000-1', case: 'V26-00000000-1' };

let product: Product;
let routes: readonly DescribedRoute[];
let staff: Staff;
let people: Map<string, Person>;
let known: Numbers = UNKNOWN;

const who = (id: string): Person => people.get(id)!;
const moves = () => wholeWay({ text, file });
let file: string;
let done = 0;

beforeAll(async () => {
  [product, routes] = await Promise.all([startProduct('standalone'), describedRoutes()]);
  await product.setClock(itIs('2026-11-20T02:00:00.000Z'));
  staff = await staffOf(product.url);
  people = await signedIn(product.url, ['dung', 'binh', 'hung', 'phuc', 'ha']);
  const { body } = await send(who('dung'), picture(text('file.content')), 'image/png');
  file = String(body['file']);
}, 180_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

/** Goes on, up to and with the move whose path ends so, until the desk sees it in this state. */
async function goOn(last: string, state: string): Promise<void> {
  const way = moves();
  const end = way.findLastIndex(({ path }) => path.endsWith(last)) + 1;
  known = await walk(staff, way.slice(done, end), make, known);
  done = end;
  const page = `/intake/matters/${known.petition}`;
  await who('dung').getUntil<IntakeMatter>(page, (intake) => intake.state === state);
}

const disclosure = (what: 'identity' | 'file', number = known.petition) =>
  `/intake/petitions/${number}/${what}-disclosures`;
const disclose = (id: string, purpose = 'prepare-decision', number = known.petition) =>
  who(id).post<Problem>(disclosure('identity', number), { purpose });

const PAGES = ['/intake/matters/', '/matters/'].flatMap((page) =>
  ['', '/history'].map((tail) => (number: string) => `${page}${number}${tail}`),
);

describe('T2, T3, on the whole product: before it is accepted', () => {
  it.each(['hung', 'phuc'])(
    'a petition looks to %s as one that there is not',
    async (id) => {
      await goOn('/petitions/{petition}/notes', 'classified');
      for (const page of PAGES) {
        const answer = await who(id).get<Problem>(page(known.petition));
        expectProblem(answer, 'NOT_FOUND');
        expect(visible(answer)).toBe(visible(await who(id).get(page(UNKNOWN.petition))));
      }
    },
    60_000,
  );
});

describe('T3: a verifier', () => {
  it('reads what the case is about, once it is accepted', async () => {
    await goOn('/acceptance', 'accepted');
    for (const number of [known.petition, known.case]) {
      const { status, body } = await who('hung').get(`/intake/matters/${number}`);
      expect([status, body]).toMatchObject([200, { summary: text('summary'), gist: text('gist') }]);
    }
  }, 60_000);

  it('is told nothing of who sent it by any route, and no byte of the scan', async () => {
    await goOn('/sending', 'decision_sent');
    const hits: string[] = [];
    let answered = 0;
    const numbered = [known.petition, known.case].flatMap((number) =>
      [...routes, ...PAGES.map((page) => ({ method: 'GET', path: page('{number}') }))].map(
        ({ method, path }) => ({
          method,
          path: path.replace('{number}', number).replace('{unit}', 'HQ-SM'),
        }),
      ),
    );
    for (const { method, path } of numbered) {
      const answer =
        method === 'GET'
          ? await who('hung').get(path)
          : await who('hung').post(path, goodBody(path), { ifMatch: 999 });
      if (answer.status === 200) answered += 1;
      const bytes = Buffer.from(JSON.stringify([answer.body, [...answer.headers]]));
      if (formFound(bytes, formsOf(IDENTITY)) !== undefined) hits.push(`${method} ${path}`);
    }
    expect(hits).toEqual([]);
    expect(answered).toBeGreaterThan(10);
    // Looking means something: who may open it finds it.
    const { body } = await disclose('dung', 'contact-sender');
    expect(formFound(Buffer.from(JSON.stringify(body)), formsOf(IDENTITY))).toBeDefined();
  }, 120_000);
});

describe('T2: a clerk who sends the answer', () => {
  it.each(['contact-sender', 'verify-identity', 'supervise'])(
    'opens no identity in order to %s, whatever the number',
    async (purpose) => {
      const refused = await disclose('phuc', purpose);
      expectProblem(refused, 'ACTION_FORBIDDEN');
      expect(visible(refused)).toBe(visible(await disclose('phuc', purpose, UNKNOWN.petition)));
    },
  );

  it('is told to whom and where it goes', async () => {
    const { status, body } = await disclose('phuc');
    expect([status, body]).toEqual([
      200,
      {
        sender: expect.objectContaining({
          name: text('sender.name'),
          address: text('sender.address'),
        }),
        senderBefore: null,
        statement: null,
        fileName: null,
      },
    ]);
  });

  it('never gets the scan', async () => {
    const purpose = 'prepare-decision';
    expectProblem(await who('phuc').post(disclosure('file'), { purpose }), 'ACTION_FORBIDDEN');
  });

  it.each(['binh', 'ha'])('is on the weekly list of %s for it', async (id) => {
    await until(async () => {
      const { body } = await who(id).get<z.infer<typeof disclosuresSchema>>('/intake/disclosures');
      return body.items.some(
        ({ person, purpose, opened, number }) =>
          person.id === 'phuc' &&
          purpose === 'prepare-decision' &&
          opened === 1 &&
          number === known.petition,
      );
    });
  });

  it('is told nothing any more once the case is closed', async () => {
    await goOn('/closure', 'closed');
    const answer = await disclose('phuc');
    expectProblem(answer, 'NOT_FOUND');
    expect(visible(answer)).toBe(
      visible(await disclose('phuc', 'prepare-decision', UNKNOWN.petition)),
    );
  }, 60_000);
});
