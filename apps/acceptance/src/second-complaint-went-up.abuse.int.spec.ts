import { PAGE_COMMANDS, roleFor, type Me, type Situation } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { goodBody } from './abuse/good-bodies.ts';
import { servicesWithDemo, type ServicesWithDemo } from './abuse/services-as.ts';
import { registration, walk, wholeWay, type Numbers } from './abuse/whole-way.ts';
import { itIs } from './complaint.ts';
import { recordByTwo } from './directory-change.ts';
import type { Person } from './person.ts';

const DAY = '2026-11-20';
const PEOPLE = ['an', 'khanh', 'thu', 'son', 'dung', 'giang', 'hung', 'phuc', 'quan', 'linh'];
/** No stream has this revision: a person with the right is refused by it (412), and nothing is done. */
const NEVER_SEEN = 9_999;

let services: ServicesWithDemo;
let people: Map<string, Person>;
let first: Numbers;
let second: Numbers;

const who = (id: string): Person => people.get(id)!;
const titles = { vi: 'Trưởng Hải quan cửa khẩu', en: 'Head of the post' };

beforeAll(async () => {
  services = await servicesWithDemo();
  services.clock.set(new Date(itIs(`${DAY}T02:00:00.000Z`)));
  people = new Map();
  for (const id of PEOPLE) people.set(id, await services.as(id));
  await leaves('binh');
  first = await walk(staff('hung'), aboutTheDeputyHead());
  second = await walk(staff('son'), complainsAgain());
}, 180_000);
afterAll(async () => {
  await services?.close();
}, 60_000);

/** The border post has no head for a time. */
const leaves = (id: string) =>
  recordByTwo(who('quan'), who('linh'), {
    ...{ kind: 'post', id: `hq-sm.${id}`, unit: 'HQ-SM', title: titles, roles: ['head'] },
    ...{ leads: true, person: id, from: '2025-03-01', to: '2026-11-19' },
  });

/** In the part of the post’s head: the Regional Director. */
const staff = (verifier: string) => ({
  desk: who(verifier === 'son' ? 'thu' : 'dung'),
  classifier: who(verifier === 'son' ? 'thu' : 'giang'),
  head: who('khanh'),
  verifier: who(verifier),
  clerk: who('phuc'),
});

const naming = { units: [], people: [{ person: 'cuc', on: DAY }] };
/** Nobody of the post may decide it: the Regional Director assigns, approves and signs. */
const aboutTheDeputyHead = () =>
  wholeWay()
    .slice(0, -3)
    .map((move) => {
      const over = move.path.endsWith('/decision') ? { signer: 'khanh' } : {};
      const names = move.path === '/intake/petitions' ? { respondents: naming } : {};
      return { ...move, body: { ...move.body, ...over, ...names } };
    });
/** To the regional office, about the same post, up to its acceptance. */
const complainsAgain = () =>
  wholeWay()
    .slice(0, 4)
    .filter(({ path }) => !path.endsWith('/notes'))
    .map((move) => {
      const again = { instance: 2, competentUnit: 'KV-MH' };
      return { ...move, body: { ...move.body, ...(move.path.endsWith('/acceptance') && again) } };
    });

const matterOf = (id: string, service: string, number: string) =>
  who(id).getUntil<Record<string, unknown>>(`/${service}/matters/${number}`, () => true);

/** Whether the product lets them, asked without doing it. */
async function mayDo(id: string, path: string): Promise<boolean> {
  const { status } = await who(id).post(path, goodBody(path), { ifMatch: NEVER_SEEN });
  expect([403, 404, 409, 412]).toContain(status);
  return status === 412;
}

/** Whether the page offers it, as the console works it out. */
async function isOffered(id: string, name: string, matter: object): Promise<boolean> {
  const { action, forms = [] } = PAGE_COMMANDS.find((command) => command.name === name)!;
  const { posts } = (await who(id).get<Me>('/directory/me')).body;
  const situation = { person: id, post: posts[0]!, matter } as unknown as Situation;
  return (
    roleFor(action, posts[0]!.roles) !== undefined &&
    forms.some((form) => form.reaches?.(situation) !== false && form.offered(situation))
  );
}

describe('T11, COI6: a second complaint whose first one went up', () => {
  it('falls to somebody above who resolved that one', async () => {
    const path = `/investigation/cases/${second.case}/assignment`;
    expect(await matterOf('khanh', 'investigation', second.case)).toMatchObject({ isKept: true });
    expect(await mayDo('khanh', path)).toBe(false);
    expect(await matterOf('an', 'investigation', second.case)).toMatchObject({ isKept: false });
    expect(await mayDo('an', path)).toBe(true);
  }, 60_000);

  it('is handled by others before it is accepted, and the page says so', async () => {
    const moves = complainsAgain().slice(0, 1);
    const { petition } = await walk(staff('son'), moves);
    const path = `/triage/petitions/${petition}/classification`;
    for (const [id, may] of [
      ['khanh', false],
      ['thu', true],
    ] as const) {
      const triage = await matterOf(id, 'triage', petition);
      expect([id, triage['isKept']]).toEqual([id, !may]);
      expect([id, await mayDo(id, path)]).toEqual([id, may]);
      expect([id, await isOffered(id, 'classify-petition', { triage })]).toEqual([id, may]);
    }
  }, 60_000);

  it('is told by intake’s page in the same way: nobody of them opens who sent it', async () => {
    const path = `/intake/petitions/${second.petition}/identity-disclosures`;
    const opens = async (id: string) =>
      (await who(id).post(path, { purpose: 'verify-identity' })).status;
    expect(await opens('khanh')).toBe(404);
  }, 60_000);

  it('leaves the first one, and one about another post, to whom they fell', async () => {
    expect(await matterOf('khanh', 'response', first.case)).toMatchObject({ isKept: false });
    const { number } = await who('thu').does<{ number: string }>('/intake/petitions', {
      ...registration(),
      respondentUnit: 'HQ-DG',
    });
    expect(await matterOf('khanh', 'triage', number)).toMatchObject({ isKept: false });
  }, 60_000);
});
