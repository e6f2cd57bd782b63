import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoPeople } from '@minh-bach/directory';
import { roleFor } from '@minh-bach/contracts';
import { describedRoutes, type DescribedRoute } from './abuse/described-routes.ts';
import { goodBody } from './abuse/good-bodies.ts';
import { signedIn, staffOf, until } from './abuse/staff.ts';
import { walk, wholeWay, type Numbers } from './abuse/whole-way.ts';
import { itIs, taken } from './complaint.ts';
import { recordByTwo } from './directory-change.ts';
import { startProduct, type Product } from './harness/index.ts';
import type { Person } from './person.ts';

const DAY = '2026-11-20';
const RESPONDENT = 'lan';
/** One or more of each role that a deputy may have. */
const DEPUTIES = ['dung', 'giang', 'oanh', 'binh', 'hung', 'phuc', 'khanh', 'quyen'];
const SECRET = 'Nội dung sender';

let product: Product;
let people: Map<string, Person>;
let routes: readonly DescribedRoute[];
let numbers: Numbers;

const who = (id: string): Person => people.get(id)!;

beforeAll(async () => {
  [product, routes] = await Promise.all([startProduct('standalone'), describedRoutes()]);
  await product.setClock(itIs(`${DAY}T02:00:00.000Z`));
  people = await signedIn(product.url, [...DEPUTIES, 'quan', 'linh']);
  numbers = await walk(await staffOf(product.url), aboutNobody());
  const { revision } = await taken(who('oanh'), numbers.petition);
  const called = {
    reason: 'Nội dung là tố cáo',
    respondents: { units: [], people: [{ person: RESPONDENT, on: DAY }] },
  };
  const path = `/triage/petitions/${numbers.petition}/denunciation`;
  await who('oanh').does(path, called, { ifMatch: revision });
}, 180_000);
afterAll(async () => {
  await product?.close();
}, 60_000);

/** A complaint that names no unit, up to the decision that is not sent yet. */
const aboutNobody = () =>
  wholeWay()
    .slice(0, -3)
    .map((move) =>
      move.path === '/intake/petitions'
        ? { ...move, body: { ...move.body, respondentUnit: null } }
        : move,
    );

const numbered = () => routes.filter(({ path }) => path.includes('{number}'));
const commands = () => numbered().filter(({ isCommand }) => isCommand);
const mayAsk = (id: string, { action }: DescribedRoute) => {
  const { roles } = demoPeople.find((person) => person.id === id)!;
  return action !== undefined && roleFor(action, roles) !== undefined;
};

/** A stale revision: who may decide something is told so, and changes nothing. */
async function asks(id: string, { path, method }: DescribedRoute) {
  const number = /^\/(intake|triage)\//.test(path) ? numbers.petition : numbers.case;
  const to = path.replace('{number}', number);
  const purpose = { purpose: 'verify-identity' };
  if (method === 'GET') return who(id).get(to);
  const body = path.endsWith('-disclosures') ? purpose : goodBody(path);
  return who(id).post(to, body, { ifMatch: 999 });
}

/** The commands that are not unknown to somebody. At once: what is not found takes its time to leave. */
async function reached(): Promise<string[]> {
  const asked = commands().flatMap((route) =>
    DEPUTIES.filter((id) => mayAsk(id, route)).map(async (id) => {
      const { status, body } = await asks(id, route);
      return status === 404 || body['code'] === 'ACTION_FORBIDDEN' ? [] : [route.path];
    }),
  );
  return [...new Set((await Promise.all(asked)).flat())].sort();
}

async function areKept(): Promise<boolean> {
  const pages = numbered().filter(({ path }) => path.endsWith('/matters/{number}'));
  const asked = pages.flatMap((route) =>
    DEPUTIES.filter((id) => mayAsk(id, route)).map(async (id) => {
      const { status, body } = await asks(id, route);
      return status === 404 || body['isKept'] === true;
    }),
  );
  return !(await Promise.all(asked)).includes(false);
}

describe('T28: a denunciation of a person, with its case, for who deputised for them since it was received', () => {
  it('is reached before, by each command there is', async () => {
    const all = commands().map(({ path }) => path);
    expect(all.length).toBeGreaterThan(20);
    expect(await reached()).toEqual(all.sort());
  }, 120_000);

  it('is reached by no command after', async () => {
    for (const deputy of DEPUTIES)
      await recordByTwo(who('quan'), who('linh'), {
        ...{ kind: 'deputy', id: `lan.${deputy}`, post: `hq-sm.${RESPONDENT}`, deputy },
        ...{ from: DAY, to: DAY, revoked: false },
      });
    people = await signedIn(product.url, DEPUTIES);
    // Each service hears of it a moment later. Its page tells; many commands at once would count as guesses.
    await until(areKept).catch(() => undefined);
    expect(await reached()).toEqual([]);
  }, 120_000);

  it('shows nobody of them who sent it, on no page, and says that nothing is theirs to do', async () => {
    for (const route of numbered().filter(({ method }) => method === 'GET'))
      for (const id of DEPUTIES.filter((one) => mayAsk(one, route))) {
        const { body } = await asks(id, route);
        expect(JSON.stringify(body)).not.toContain(SECRET);
        if ('isKept' in body)
          expect([route.path, id, body['isKept']]).toEqual([route.path, id, true]);
      }
  }, 60_000);
});
