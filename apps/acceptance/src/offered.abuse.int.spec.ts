import { PAGE_COMMANDS, roleFor, type Me, type Situation } from '@minh-bach/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { goodBody } from './abuse/good-bodies.ts';
import { servicesWithDemo, type ServicesWithDemo } from './abuse/services-as.ts';
import { registration } from './abuse/whole-way.ts';
import { itIs, taken } from './complaint.ts';
import type { Person } from './person.ts';

const DAY = '2026-11-20';
const PEOPLE = [
  'an',
  'ha',
  'khanh',
  'thu',
  'quyen',
  'binh',
  'cuc',
  'dung',
  'giang',
  'oanh',
  'hung',
];
/** No stream has this revision: a person with the right is refused by it (412), and nothing is done. */
const NEVER_SEEN = 9_999;

let services: ServicesWithDemo;
let people: Map<string, Person>;

beforeAll(async () => {
  services = await servicesWithDemo();
  services.clock.set(new Date(itIs(`${DAY}T02:00:00.000Z`)));
  people = new Map();
  for (const id of PEOPLE) people.set(id, await services.as(id));
}, 180_000);
afterAll(async () => {
  await services?.close();
}, 60_000);

const who = (id: string): Person => people.get(id)!;
const naming = (...named: string[]) => ({
  respondentUnit: 'HQ-SM',
  respondents: { units: [], people: named.map((person) => ({ person, on: DAY })) },
});
const DENUNCIATION = { declaredKind: 'denunciation', gist: null };

async function register(reader: string, over: object): Promise<string> {
  const body = { ...registration(), ...over };
  const { number } = await who('dung').does<{ number: string }>('/intake/petitions', body);
  await taken(who(reader), number);
  return number;
}

const commandOf = (name: string) => PAGE_COMMANDS.find((command) => command.name === name)!;

/** What the page offers in this post, as the console works it out. */
function isOffered(name: string, situation: Situation): boolean {
  const { action, forms = [] } = commandOf(name);
  const reached = (form: (typeof forms)[number]) =>
    form.reaches?.(situation) ?? situation.matter.triage?.unit.id === situation.post.unit;
  return (
    roleFor(action, situation.post.roles) !== undefined &&
    forms.some((form) => reached(form) && form.offered(situation))
  );
}

/** Whether the product lets them, asked without doing it. */
async function isAccepted(id: string, name: string, number: string, post: string) {
  const path = `/${commandOf(name).route.replace(':number', number)}`;
  const { status } = await who(id).send(path, {
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'x-acting-post': post,
      ...(name === 'add-petition-note' ? {} : { 'if-match': `"${NEVER_SEEN}"` }),
    },
    body: JSON.stringify(goodBody(path)),
  });
  expect([201, 403, 404, 409, 412]).toContain(status);
  return status === 201 || status === 412;
}

/** Of everybody in each of their posts. @returns who may do the first of these */
async function compared(number: string, ...names: string[]): Promise<string[]> {
  const may: string[] = [];
  for (const id of PEOPLE) {
    const { body: me } = await who(id).get<Me>('/directory/me');
    for (const post of me.posts) {
      const headers = { 'x-acting-post': post.post };
      const { status, body } = await who(id).get(`/triage/matters/${number}`, headers);
      const matter = status === 200 ? { triage: body } : {};
      const situation = { person: id, post, matter } as unknown as Situation;
      for (const name of names) {
        const accepted = await isAccepted(id, name, number, post.post);
        const offered = status === 200 && isOffered(name, situation);
        expect([post.post, name, offered]).toEqual([post.post, name, accepted]);
        if (accepted && name === names[0]) may.push(post.post);
      }
    }
  }
  return may;
}

describe('T29: what the page of a petition offers is what the product accepts, from each person in each post', () => {
  const handles = ['classify-petition', 'add-petition-note'];

  it('of a complaint, and of one that names a head and a deputy head', async () => {
    expect(await compared(await register('giang', {}), ...handles)).toContain('hq-sm.giang');
    const named = await register('giang', naming('binh', 'cuc'));
    expect(await compared(named, ...handles)).toContain('hq-sm.giang');
  }, 60_000);

  it('of a denunciation that went up to a post with several roles', async () => {
    const number = await register('thu', { ...DENUNCIATION, ...naming('giang', 'khanh') });
    expect(await compared(number, ...handles)).toContain('kv-mh.thu');
  }, 60_000);

  it('of one that somebody would make a complaint', async () => {
    const number = await register('giang', { ...DENUNCIATION, ...naming('hung') });
    const { revision } = await taken(who('giang'), number);
    const body = { kind: 'complaint', reason: 'Nội dung là khiếu nại' };
    const path = `/triage/petitions/${number}/classification`;
    await who('giang').does(path, body, { ifMatch: revision });
    expect(await compared(number, 'confirm-decision', 'decline-decision')).toContain('kv-mh.thu');
  }, 60_000);
});
