import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  POLICY,
  isLastResort,
  reaches,
  roleFor,
  type Action,
  type IntakeMatter,
  SERVICE_NAMES,
} from '@minh-bach/contracts';
import { demoPeople } from '@minh-bach/directory';
import { Database } from './abuse/database.ts';
import { describedRoutes, type DescribedRoute } from './abuse/described-routes.ts';
import { goodBody } from './abuse/good-bodies.ts';
import { expectProblem, visible, type Problem } from './abuse/problem.ts';
import { signedIn, staffOf, unitsAbove, until } from './abuse/staff.ts';
import { registration, walk, wholeWay, type Numbers } from './abuse/whole-way.ts';
import { itIs } from './complaint.ts';
import { startProduct, type Product } from './harness/index.ts';
import { Person, type Answered } from './person.ts';

interface Known extends Numbers {
  readonly denunciation: string;
}

/** Nobody's numbers, well formed. */
const UNKNOWN: Known = {
  petition: 'D26-00000000-1',
  denunciation: 'D26-00000000-1',
  case: 'V26-00000000-1',
};
const UNKNOWN_PROPOSAL = '00000000-0000-8000-8000-000000000000';
/** Someone of record whose only post has ended. */
const WITHOUT_POST = 'cuc';

let product: Product;
let database: Database;
let people: Map<string, Person>;
let routes: readonly DescribedRoute[];
let known: Known;

beforeAll(async () => {
  [product, routes] = await Promise.all([startProduct('standalone'), describedRoutes()]);
  await product.setClock(itIs('2026-11-20T02:00:00.000Z'));
  database = await Database.of(product.folders);
  const closed = await walk(await staffOf(product.url), wholeWay());
  people = await signedIn(product.url);
  const { number: denunciation } = await people
    .get('dung')!
    .does<{ number: string }>('/intake/petitions', {
      ...registration(),
      declaredKind: 'denunciation',
      gist: null,
      respondentUnit: 'HQ-DG',
    });
  known = { ...closed, denunciation };
  const page = `/intake/matters/${known.petition}`;
  await people.get('dung')!.getUntil<IntakeMatter>(page, ({ state }) => state === 'closed');
  await end(WITHOUT_POST);
}, 180_000);
afterAll(async () => {
  await database?.close();
  await product?.close();
}, 60_000);

/** Ends someone's only post, and waits until every service knows; his sessions end with it. */
async function end(id: string): Promise<void> {
  const { unit, title, roles } = demoPeople.find((person) => person.id === id)!;
  const post = { kind: 'post', id: `${unit.toLowerCase()}.${id}`, unit, title, roles, person: id };
  await people
    .get('quan')!
    .does('/directory/entries', { ...post, from: '2025-03-01', to: '2026-11-19' });
  const doors = [
    'directory/units',
    ...SERVICE_NAMES.slice(1).map((service) => `${service}/notices`),
  ];
  for (const door of doors)
    await until(async () => {
      const { status } = await people.get(id)!.get(`/${door}`);
      if (status === 401) people.set(id, await Person.signIn(product.url, id));
      return status === 403;
    });
}

const isNumbered = ({ path }: DescribedRoute) => path.includes('{number}');

function pathOf({ path }: DescribedRoute, numbers: Known): string {
  const { petition, denunciation, case: opened } = numbers;
  const ofPetition = path.startsWith('/intake/denunciations/') ? denunciation : petition;
  const number = /^\/(intake|triage)\//.test(path) ? ofPetition : opened;
  return path
    .replace('{number}', number)
    .replace('{unit}', 'HQ-SM')
    .replace('{upload}', 'no-such-file')
    .replace('{proposal}', UNKNOWN_PROPOSAL);
}

function ask(person: Person, route: DescribedRoute, numbers: Known): Promise<Answered<Problem>> {
  const path = pathOf(route, numbers);
  if (route.method === 'GET')
    return person.get(path.endsWith('/people') ? `${path}?role=head` : path);
  if (route.method === 'DELETE') return person.send<Problem>(path, { method: 'DELETE' });
  return person.post(path, goodBody(path), { ifMatch: 999 });
}

interface History {
  readonly entries: readonly { readonly service: string }[];
  readonly pending: readonly string[];
  readonly withheld: readonly string[];
}

/** Whose page of a matter needs what; its part of the history needs the same. */
const PAGES = {
  intake: 'petition.read-received',
  investigation: 'case.read',
  response: 'case.read',
  triage: 'petition.read',
} as const satisfies Record<string, Action>;

type Expected = 'SIGN_IN_REQUIRED' | 'ACTION_FORBIDDEN' | 'NOT_FOUND' | 'allowed';

/** What falls to the last handlers of a denunciation only where nobody else is left. */
const HANDLED: readonly Action[] = ['petition.classify', 'petition.decide', 'petition.note'];

/** By the policy table, and by the unit of the matter. */
function expectedOf(id: string | null, action: Action | undefined, numbered: boolean): Expected {
  if (id === null) return 'SIGN_IN_REQUIRED';
  const { roles, unit } = demoPeople.find((person) => person.id === id)!;
  const held = id === WITHOUT_POST ? [] : roles;
  const role = action && roleFor(action, held);
  if (held.length === 0 || (action && !role)) return 'ACTION_FORBIDDEN';
  // The case is closed: there is nothing left to send.
  if (action === 'petition.disclose-identity' && role === 'clerk') return 'NOT_FOUND';
  // Somebody of the unit is left who handles it.
  if (role && action && HANDLED.includes(action) && isLastResort(role)) return 'NOT_FOUND';
  if (!numbered || !action || reaches(action, unit, 'HQ-SM', unitsAbove('HQ-SM'))) return 'allowed';
  return 'NOT_FOUND';
}

const outcomeOf = ({ status, body }: Answered<Problem>): string =>
  [401, 403, 404].includes(status) ? body.code : status < 500 ? 'allowed' : `${status}`;

/** By doors of their own. */
const PUBLIC = [
  '/intake/track',
  '/intake/track/rating',
  '/intake/track/withdrawal',
  '/response/published',
  '/response/published/{publication}',
  ...['triage', 'investigation', 'response'].map((service) => `/${service}/figures`),
];

const askers = (): (readonly [string | null, Person])[] => [
  [null, Person.stranger(product.url)],
  ...people,
];

describe('T2, T12: every route, asked by everybody', () => {
  it('is described with its action, and every action of the policy has its route', () => {
    const open = routes.filter(({ action }) => action === undefined).map(({ path }) => path);
    expect(open.sort()).toEqual(['/directory/me', ...PUBLIC].sort());
    expect(new Set(routes.map(({ action }) => action).filter(Boolean))).toEqual(
      new Set(Object.keys(POLICY)),
    );
    expect(routes.length).toBeGreaterThan(45);
  });

  it('lets in whom the policy names, for matters within reach, and changes nothing for the others', async () => {
    const before = await database.eventsAtRest();
    const wrong: string[] = [];
    const leaks: string[] = [];
    const unfound = new Set<string>();
    for (const route of routes.filter(({ path }) => !PUBLIC.includes(path)))
      await Promise.all(
        askers().map(async ([id, person]) => {
          const by = expectedOf(id, route.action, isNumbered(route));
          // Nobody has uploaded a file of that id, or proposed anything.
          const expected =
            by === 'allowed' && /\{(upload|proposal)\}/.test(route.path) ? 'NOT_FOUND' : by;
          const answer = await ask(person, route, known);
          const outcome = outcomeOf(answer);
          if (outcome !== expected)
            wrong.push(`${id} ${route.method} ${route.path}: ${outcome}, not ${expected}`);
          if (expected !== 'allowed') expectProblem(answer, expected);
          if (outcome === 'NOT_FOUND') unfound.add(visible(answer));
          const foreign =
            id === null || ['tam', 'yen', 'nam', 'quan', 'van', WITHOUT_POST].includes(id);
          if (foreign && /Nội dung|[DV]26-\d{8}/.test(JSON.stringify(answer.body)))
            leaks.push(`${id} ${route.path}`);
        }),
      );
    expect(wrong).toEqual([]);
    expect(leaks).toEqual([]);
    // What is not theirs looks like what is not there, to the byte.
    for (const route of routes.filter(isNumbered)) {
      const holder = [...people].find(([id]) => expectedOf(id, route.action, true) === 'allowed')!;
      unfound.add(visible(await ask(holder[1], route, UNKNOWN)));
    }
    expect([...unfound]).toHaveLength(1);
    expect(await database.eventsAtRest()).toBe(before);
  }, 180_000);

  it('shows a matter put together from its services to whom one of them shows it', async () => {
    for (const tail of ['', '/history']) {
      const unfound = new Set<string>();
      for (const [id, person] of askers()) {
        const [best] = [...new Set(Object.values(PAGES))]
          .map((action) => expectedOf(id, action, true))
          .sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
        // A history that is wholly withheld is as unknown as a number that nobody has.
        const first = tail !== '' && best === 'ACTION_FORBIDDEN' ? 'NOT_FOUND' : best;
        const answer = await person.get<Problem>(`/matters/${known.petition}${tail}`);
        expect([id, outcomeOf(answer)]).toEqual([id, first]);
        if (first === 'NOT_FOUND') {
          unfound.add(visible(answer));
          unfound.add(visible(await person.get(`/matters/${UNKNOWN.petition}${tail}`)));
        }
      }
      expect([...unfound]).toHaveLength(1);
    }
  }, 60_000);

  it('joins the history from the parts that one’s pages show, and names the parts withheld', async () => {
    const shown: unknown[] = [];
    for (const [id, person] of people)
      for (const numbers of [known, UNKNOWN]) {
        const { status, body } = await person.get<History>(`/matters/${numbers.petition}/history`);
        const of = (expected: Expected) =>
          Object.entries(PAGES).flatMap(([service, action]) =>
            expectedOf(id, action, true) === expected ? [service] : [],
          );
        if (of('allowed').length === 0 || numbers === UNKNOWN) {
          expect([id, status]).toEqual([id, 404]);
          continue;
        }
        const services = [...new Set(body.entries.map(({ service }) => service))].sort();
        expect([id, services, body.withheld.toSorted(), body.pending]).toEqual([
          id,
          of('allowed'),
          of('ACTION_FORBIDDEN'),
          [],
        ]);
        shown.push([services.length, body.withheld.length]);
      }
    // Some see it all, some all but triage’s, and some a half of it.
    expect(shown).toEqual(
      expect.arrayContaining([
        [4, 0],
        [3, 1],
        [2, 2],
      ]),
    );
  }, 60_000);

  it('shows a verifier neither who sent it nor the scan (T3)', async () => {
    const verifier = people.get('hung')!;
    for (const route of routes.filter(({ path }) => path !== '/intake/track')) {
      const { body } = await ask(verifier, route, known);
      expect([route.path, JSON.stringify(body)]).not.toEqual([
        route.path,
        expect.stringMatching(/Nội dung (sender|file|addressee)/),
      ]);
    }
  }, 60_000);

  it('has one spelling only', async () => {
    const before = await database.events();
    for (const route of routes) {
      const path = pathOf(route, known);
      const last = path.slice(path.lastIndexOf('/') + 1);
      const spellings = [
        `${path}/`,
        `/${path}`,
        path.replace(last, `%${last.charCodeAt(0).toString(16)}${last.slice(1)}`),
        path.toUpperCase(),
        `${path};x=1`,
        `${path}%00`,
        `${path}%2f`,
        path.replace(/.(?=[^/]*$)/, '%2f'),
      ];
      // At once: what is not found takes its time to leave.
      await Promise.all(
        [Person.stranger(product.url), people.get('binh')!].flatMap((person) =>
          spellings.map(async (spelling) => {
            const { status } = await person.send<Problem>(spelling, { method: route.method });
            expect([spelling, [400, 401, 404].includes(status)]).toEqual([spelling, true]);
          }),
        ),
      );
    }
    expect(await database.events()).toBe(before);
  }, 120_000);
});

/** What a matter put together answers, by the best of what its services answer. */
const ORDER: readonly Expected[] = ['allowed', 'SIGN_IN_REQUIRED', 'NOT_FOUND', 'ACTION_FORBIDDEN'];
