import { CALLED_A_DAY, MERGED_A_DAY, REGISTERED_AN_ALARM } from '@minh-bach/contracts';
import { eventually } from '@minh-bach/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { usualLimits } from '@minh-bach/http';
import { routesOf } from './abuse/described-routes.ts';
import { servicesWithDemo, type ServicesWithDemo } from './abuse/services-as.ts';
import { registration } from './abuse/whole-way.ts';
import { itIs, taken } from './complaint.ts';
import type { Person } from './person.ts';

const DAY = '2026-11-20';
/** An auditor, an administrator and the operator: only one administrator is left. */
const RESPONDENTS = ['ha', 'quan', 'van'];
/** Fewer than the product's own limit, so that it is reached soon. */
const PER_HOUR = 3;

/** The same story twice: in one of the two worlds there are petitions about the respondents, too. */
interface World {
  readonly services: ServicesWithDemo;
  readonly isWithHidden: boolean;
  readonly people: Map<string, Person>;
  /** Numbers of the petitions that everybody may see, in the order of their registration. */
  readonly visible: string[];
}

let worlds: readonly [World, World];
let paths: readonly string[];
/** Lists that look for words: those travel in a body. */
let searches: readonly string[];
/** Lists that leave as files. */
let exports: readonly string[];

beforeAll(async () => {
  worlds = [await worldOf(true), await worldOf(false)];
  const routes = await routesOf(worlds[0].services.app);
  paths = routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
  searches = routes
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/worklist'))
    .map(({ path }) => path);
  exports = routes
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/worklist/export'))
    .map(({ path }) => path);
  expect(exports).toHaveLength(searches.length);
}, 180_000);
afterAll(async () => {
  for (const { services } of worlds ?? []) await services.close();
}, 60_000);

async function worldOf(isWithHidden: boolean): Promise<World> {
  const services = await servicesWithDemo({
    limits: { ...usualLimits, MB_DISCLOSURES_PER_HOUR: PER_HOUR },
  });
  const people = new Map<string, Person>();
  for (const id of ['dung', 'giang', 'oanh', 'quyen', ...RESPONDENTS])
    people.set(id, await services.as(id));
  return { services, isWithHidden, people, visible: [] };
}

const who = ({ people }: World, id: string): Person => people.get(id)!;
const about = (...people: string[]) => ({
  respondentUnit: null,
  respondents: { units: [], people: people.map((person) => ({ person, on: DAY })) },
});
const DENUNCIATION = { declaredKind: 'denunciation', gist: null };
/** Words of the gist that every petition has here that may have one, and words that none has. */
const LOOKED_FOR = ['nội dung gist', 'noi du', 'gist', 'không có ở đâu'];

async function register(world: World, over: object): Promise<string> {
  const body = { ...registration(), ...over };
  const { number } = await who(world, 'dung').does<{ number: string }>('/intake/petitions', body);
  await taken(who(world, 'giang'), number);
  return number;
}
async function registerVisible(world: World, over: object): Promise<string> {
  const number = await register(world, over);
  world.visible.push(number);
  return number;
}
/** Of more duplicates than a page names each world would name others. */
const likeNoOther = (n: number) => ({
  gist: `gist${n}`,
  sender: { name: `Người gửi ${n}`, address: null, phone: null, email: null, idNumber: null },
});
/** As many as there are to be then; of what came before, everything was compared. */
async function registerUpTo(world: World, count: number): Promise<void> {
  while (world.visible.length < count) {
    const some = Array.from({ length: Math.min(10, count - world.visible.length) });
    const registered = some.map((_, i) =>
      who(world, 'dung').does<{ number: string }>('/intake/petitions', {
        ...registration(),
        ...likeNoOther(world.visible.length + i),
      }),
    );
    world.visible.push(...(await Promise.all(registered)).map(({ number }) => number));
  }
}
async function open(world: World, number: string): Promise<number> {
  const path = `/intake/denunciations/${number}/identity-disclosures`;
  return (await who(world, 'oanh').post(path, { purpose: 'verify-identity' })).status;
}
async function call(world: World, number: string): Promise<void> {
  const { revision } = await taken(who(world, 'quyen'), number);
  const body = { reason: 'Nội dung là tố cáo' };
  await who(world, 'quyen').does(`/triage/petitions/${number}/denunciation`, body, {
    ifMatch: revision,
  });
}

/** Two of one sender, who sends nothing else; the first is merged into the second. @returns the first */
async function mergePair(world: World, registers: typeof register, n: number, over = {}) {
  const { sender, ...likeNone } = likeNoOther(n);
  const phone = `09${String(n).padStart(8, '0')}`;
  const both = { ...likeNone, sender: { ...sender, phone }, ...over };
  const [one, into] = [await registers(world, both), await registers(world, both)];
  const { revision } = await taken(who(world, 'giang'), one);
  const path = `/triage/petitions/${one}/merging`;
  await who(world, 'giang').does(path, { into, reason: 'Cùng nội dung' }, { ifMatch: revision });
  return one;
}

/** What this person is answered by every route there is, with and without a number that they may know. */
async function answersTo(
  world: World,
  id: string,
  asked: readonly string[],
): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  const numbers = [world.visible[0], world.visible.at(-1)];
  for (const path of asked)
    for (const number of path.includes('{number}') ? numbers : ['']) {
      const filled = path
        .replace('{number}', number ?? '')
        .replace('{unit}', 'HQ-SM')
        .replace('{upload}', 'no-such-file')
        .replace('{proposal}', '00000000-0000-8000-8000-000000000000');
      const { status, body } = await who(world, id).get(`${filled}${queryOf(path)}`);
      answers[masked(world, filled)] = { status, body: inOrder(JSON.parse(masked(world, body))) };
    }
  for (const path of searches.filter((one) => asked.includes(one)))
    for (const q of [...LOOKED_FOR, ...numbers.map(String)]) {
      const body = { view: 'all', limit: 50, q };
      const { status, body: found } = await who(world, id).post(path, body);
      const answer = { status, body: inOrder(JSON.parse(masked(world, found))) };
      answers[masked(world, `${path} ${q}`)] = answer;
    }
  for (const path of exports) {
    const body = { view: 'all', purpose: 'report', language: 'vi' };
    const { status, body: file } = await who(world, id).post<unknown>(path, body);
    const lines = typeof file === 'string' ? file.split('\r\n') : file;
    answers[path] = { status, body: inOrder(JSON.parse(masked(world, lines))) };
  }
  return answers;
}
const queryOf = (path: string): string => {
  if (path.endsWith('/people')) return '?role=head';
  return /\/(alarms|disclosures|proposed-decisions|receipt-corrections|worklist)$/.test(path)
    ? '?limit=50'
    : '';
};

/** Numbers by the order of registration; of instants the hour; ids and places in the log not at all. */
function masked({ visible, services }: World, body: unknown): string {
  return visible
    .reduce(
      (text, number, i) => text.replaceAll(number, `visible ${i}`),
      JSON.stringify(body).replaceAll(services.url, ''),
    )
    .replaceAll(/(\d{4}-\d\d-\d\dT\d\d):[\d:.]+/g, '$1')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')
    .replaceAll(/"nextCursor":"[^"]*"/g, '"nextCursor":"more"')
    .replaceAll(/"position":"[^"]*"/g, '"position":"somewhere"');
}
/** Numbers are drawn by lot, and lists are sorted by them. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value))
    return value
      .map(inOrder)
      .sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, inOrder(held)]));
}

/** It happens in both worlds at the same hour; then the respondents are answered the same in both. */
async function inBoth(
  hour: string,
  happens: (world: World) => Promise<void>,
  asked = paths,
): Promise<void> {
  for (const world of worlds) {
    world.services.clock.set(new Date(itIs(`${DAY}T${hour}:05:00.000Z`)));
    await happens(world);
  }
  for (const id of RESPONDENTS)
    await eventually(async () => {
      const [told, untold] = await Promise.all(worlds.map((world) => answersTo(world, id, asked)));
      for (const [path, answer] of Object.entries(told!))
        expect([id, path, answer]).toEqual([id, path, untold![path]]);
      expect(Object.keys(told!)).toEqual(Object.keys(untold!));
    }, 5_000);
}

describe('T1, T27: a denunciation of an auditor, an administrator and an operator', () => {
  let hidden: string;

  it('changes no answer to them when it is registered, handled and opened', async () => {
    await inBoth('01', async (world) => {
      for (let i = 0; i <= PER_HOUR; i++)
        await registerVisible(world, { ...DENUNCIATION, ...about('hung') });
      if (!world.isWithHidden) return;
      hidden = await register(world, { ...DENUNCIATION, ...about(...RESPONDENTS) });
      const path = `/triage/petitions/${hidden}`;
      await who(world, 'giang').does(`${path}/notes`, { text: 'Đã đọc' });
      const { revision } = await taken(who(world, 'giang'), hidden);
      const body = { kind: 'denunciation', reason: 'Đúng là tố cáo' };
      await who(world, 'giang').does(`${path}/classification`, body, { ifMatch: revision });
      expect(await open(world, hidden)).toBe(200);
    });
  }, 120_000);

  it('nor when the same officer opens another within the hour, and again hours later', async () => {
    for (const hour of ['01', '04'])
      await inBoth(hour, async (world) => {
        expect(await open(world, world.visible[0]!)).toBe(200);
      });
  }, 120_000);

  it('nor when that officer is refused one more, and opened it in another hour', async () => {
    await inBoth('06', async (world) => {
      for (const number of world.visible.slice(0, PER_HOUR))
        expect(await open(world, number)).toBe(200);
      expect(await open(world, world.visible.at(-1)!)).toBe(429);
    });
    const { body } = await who(worlds[0], 'ha').get<{ items: { refused: number }[] }>(
      '/intake/disclosures?limit=50',
    );
    expect(body.items.filter(({ refused }) => refused > 0)).toHaveLength(1);
  }, 120_000);

  it('nor when it is one of many petitions that an officer calls denunciations', async () => {
    for (const [hour, count] of [
      ['07', CALLED_A_DAY],
      ['08', 1],
    ] as const)
      await inBoth(hour, async (world) => {
        for (let i = 0; i < count; i++) await call(world, await registerVisible(world, {}));
        if (world.isWithHidden) await call(world, await register(world, about(...RESPONDENTS)));
      });
    const { body } = await who(worlds[0], 'ha').get<{ items: unknown[] }>('/triage/alarms');
    expect(body.items).toHaveLength(1);
  }, 120_000);

  it('nor when it is merged, as one of many that one person merges', async () => {
    for (const [hour, first, count] of [
      ['09', 1_000, MERGED_A_DAY],
      ['10', 2_000, 1],
    ] as const)
      await inBoth(hour, async (world) => {
        for (let i = 0; i < count; i++) await mergePair(world, registerVisible, first + i);
        if (!world.isWithHidden) return;
        const hides = about(...RESPONDENTS);
        await call(world, await mergePair(world, register, first + 500, hides));
      });
    const { body } = await who(worlds[0], 'ha').get<{ items: { alarm: string }[] }>(
      '/triage/alarms',
    );
    expect(body.items.filter(({ alarm }) => alarm === 'many-merged')).toHaveLength(1);
  }, 120_000);

  it('nor when it is one of as many registrations as make an alarm', async () => {
    // Of more petitions than a page holds each world shows others first.
    const asked = paths.filter((path) => !path.endsWith('/worklist'));
    const many = async () => {
      const { body } = await who(worlds[0], 'ha').get<{ items: { alarm: string }[] }>(
        '/intake/alarms',
      );
      return body.items.filter(({ alarm }) => alarm === 'many-registered').length;
    };
    const upTo = (count: number) => (world: World) => registerUpTo(world, count);
    await inBoth('11', upTo(REGISTERED_AN_ALARM - 1), asked);
    expect(await many()).toBe(0);
    await inBoth('12', upTo(REGISTERED_AN_ALARM), asked);
    expect(await many()).toBe(1);
  }, 120_000);
});
