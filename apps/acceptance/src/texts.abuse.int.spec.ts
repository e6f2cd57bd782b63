import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SERVICE_NAMES, roleFor, type Operations } from '@minh-bach/contracts';
import { demoPeople } from '@minh-bach/directory';
import { describedRoutes, type DescribedRoute } from './abuse/described-routes.ts';
import { goodBodies } from './abuse/good-bodies.ts';
import { expectProblem } from './abuse/problem.ts';
import { signedIn } from './abuse/staff.ts';
import { GROWING, NASTY, textFields, withText } from './abuse/texts.ts';
import { registration, walk, wholeWay } from './abuse/whole-way.ts';
import { itIs } from './complaint.ts';
import { startProduct, type Product } from './harness/index.ts';
import type { Person } from './person.ts';

const PEOPLE = ['dung', 'giang', 'binh', 'lan', 'hung', 'phuc', 'quan', 'van'];

let product: Product;
let routes: readonly DescribedRoute[];
let people: ReadonlyMap<string, Person>;

beforeAll(async () => {
  [product, routes] = await Promise.all([startProduct('standalone'), describedRoutes()]);
  await product.setClock(itIs('2026-11-20T02:00:00.000Z'));
  people = await signedIn(product.url, PEOPLE);
}, 180_000);
afterAll(() => product?.close(), 60_000);

const who = (id: string): Person => people.get(id)!;

function entitled({ action }: DescribedRoute): Person {
  const may = demoPeople.filter(
    ({ id, roles }) => PEOPLE.includes(id) && action && roleFor(action, roles),
  );
  return who((may.find(({ unit }) => unit === 'HQ-SM') ?? may[0])!.id);
}

const pathOf = ({ path }: DescribedRoute): string =>
  path.replace('{number}', /^.(intake|triage)/.test(path) ? 'D26-00000000-1' : 'V26-00000000-1');

/** The next petition reaches triage, and no service holds anything back. */
async function messagesFlow(): Promise<void> {
  const { body } = await who('dung').post<{ number: string }>('/intake/petitions', registration());
  await who('giang').getUntil(`/triage/matters/${body.number}`, (matter) => matter !== undefined);
  for (const service of SERVICE_NAMES) {
    const status = await who('van').get<Operations>(`/${service}/operations`);
    const { held, deadLetters, messagesFlow: flow } = status.body;
    expect({ service, held, deadLetters, flow }).toEqual({
      service,
      held: [],
      deadLetters: [],
      flow: true,
    });
  }
}

describe('T26, on the whole product: every text of every command, at its limit', () => {
  it('is taken or refused with a problem, and messages go on', async () => {
    let asked = 0;
    for (const route of routes.filter(({ isCommand }) => isCommand))
      for (const good of goodBodies(route.path))
        for (const { at, max } of textFields(route.body ?? {}))
          for (const letter of NASTY) {
            const full = letter.repeat(Math.ceil(max / [...letter].length)).slice(0, 2 * max);
            const body = withText(good, at, full);
            if (body === undefined) continue;
            asked += 1;
            const answer = await entitled(route).post(pathOf(route), body);
            const what = `${route.path} ${at.join('.')} U+${letter.codePointAt(0)?.toString(16)}`;
            expect([what, answer.status < 500]).toEqual([what, true]);
            if (answer.status >= 400) expectProblem(answer);
          }
    expect(asked).toBeGreaterThan(200);
    await messagesFlow();
  }, 300_000);

  it.each(GROWING)(
    '%s goes the whole way, from the desk to the closed case',
    async (letter) => {
      const grown = [...letter.normalize('NFC')].length;
      const limit = (field: string) =>
        /phone|idNumber/.test(field) ? 30 : field === 'decisionNumber' ? 60 : 200;
      const text = (field: string) => letter.repeat(Math.floor(limit(field) / grown));
      const staff = {
        desk: who('dung'),
        classifier: who('giang'),
        head: who('binh'),
        verifier: who('hung'),
        clerk: who('phuc'),
      };
      const { petition } = await walk(staff, wholeWay({ text }));
      await who('giang').getUntil<{ entries: { type: string }[] }>(
        `/matters/${petition}/history`,
        ({ entries }) => entries.some(({ type }) => type === 'CaseClosed'),
      );
      await messagesFlow();
    },
    120_000,
  );
});
