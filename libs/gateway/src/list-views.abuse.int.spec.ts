import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import type { ListView } from '@minh-bach/contracts';
import pg from 'pg';
import type { Browser } from './specs/browser.ts';
import { Inviting } from './specs/inviting.ts';
import { runGateway, type RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let pool: pg.Pool;
let door: RunningGateway;
let people: Inviting;
let lan: Browser;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  door = await runGateway(database.url);
  people = new Inviting(door);
  lan = await people.staff('lan', 'head', 'verifier');
}, 90_000);
afterAll(async () => {
  await door.stop();
  await pool.end();
  await database.drop();
});

const QUERY = { view: 'overdue', kind: 'complaint', sort: '-on' };
interface Answer {
  readonly status: number;
  readonly body: ListView & { readonly items: ListView[]; readonly code: string };
}
async function send(by: Browser, method: string, path = '', body?: unknown, post = 'chq.head') {
  const response = await by.send(`/api/views${path}`, {
    method,
    headers: {
      origin: door.origin,
      'x-minh-bach': '1',
      'x-acting-post': post,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : {} } as Answer;
}
const save = (name: unknown, more: object = {}, by = lan, post?: string) =>
  send(by, 'POST', '', { list: 'triage', name, query: QUERY, ...more }, post);
const listed = async (by = lan, post?: string) =>
  (await send(by, 'GET', '', undefined, post)).body.items;

describe('A saved view', () => {
  it('is kept for its person in one post, whichever browser they use', async () => {
    const { status, body } = await save('  Khiếu nại quá hạn ');
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { list: 'triage', name: 'Khiếu nại quá hạn', query: QUERY, outdated: [] },
    });
    const another = await people.staff('lan', 'head', 'verifier');
    expect(await listed(another)).toEqual([body]);
    expect(await listed(lan, 'chq.verifier')).toEqual([]);
    expect(await listed(await people.staff('hung', 'head'))).toEqual([]);
  });

  it('is renamed, made what its list begins with, and deleted', async () => {
    const [first] = await listed();
    const { body: second } = await save('Thứ hai');
    for (const { id } of [first!, second])
      expect((await send(lan, 'POST', `/${id}`, { isDefault: true })).status).toBe(200);
    await send(lan, 'POST', `/${second.id}`, { name: 'Đổi tên' });
    expect((await listed()).map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ['Khiếu nại quá hạn', false],
      ['Đổi tên', true],
    ]);
    await send(lan, 'POST', `/${second.id}`, { isDefault: false });
    expect((await send(lan, 'DELETE', `/${second.id}`)).status).toBe(204);
    expect((await listed()).map(({ isDefault }) => isDefault)).toEqual([false]);
  });

  it('is nothing that another person, or another post, can reach', async () => {
    const [mine] = await listed();
    const hung = await people.staff('hung', 'head');
    for (const [by, post] of [
      [hung, 'chq.head'],
      [lan, 'chq.verifier'],
    ] as const)
      for (const [method, body] of [
        ['POST', { name: 'Của tôi' }],
        ['POST', { isDefault: true }],
        ['DELETE', undefined],
      ] as const)
        expect((await send(by, method, `/${mine!.id}`, body, post)).status).toBe(404);
    expect(await listed()).toEqual([mine]);
    expect((await send(hung, 'GET', '', undefined, 'chq.clerk')).status).toBe(403);
    expect((await fetch(`${door.origin}/api/views`)).status).toBe(401);
  });

  it('answers as always where a name of one is no text', async () => {
    for (const path of ['/api/views/%ED%A0%80', '/%ED%A0%80']) {
      const response = await fetch(door.origin + path);
      expect([response.status, response.headers.get('x-content-type-options')]).toEqual([
        404,
        'nosniff',
      ]);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(await response.json()).toMatchObject({ code: 'NOT_FOUND', status: 404 });
    }
  });

  it('tells a filter that its list no longer has, and leaves it out', async () => {
    const [mine] = await listed();
    await pool.query(`UPDATE signin.list_views SET query = query || $1 WHERE id = $2`, [
      { state: 'gone', colour: 'red' },
      mine!.id,
    ]);
    expect(await listed()).toEqual([
      { ...mine, outdated: expect.arrayContaining(['state', 'colour']) },
    ]);
  });

  it('is sealed where it is kept, as far as its name goes', async () => {
    const { rows } = await pool.query<{ row: string }>(
      'SELECT t::text AS row FROM signin.list_views t',
    );
    const dump = rows.map(({ row }) => row).join();
    expect(dump).not.toContain(Buffer.from('quá hạn').toString('hex'));
    expect(dump).not.toContain('quá hạn');
  });

  it('goes with its person', async () => {
    const an = await people.staff('an', 'head');
    await save('Của An', {}, an);
    const entry = { kind: 'person', id: 'an', name: 'An', issuer: 'x', subject: 'y' };
    await door.gateway.handleDirectory({
      id: 'an-left',
      topic: 'directory.v1',
      type: 'DirectoryEntryChanged',
      data: { ...entry, active: false },
      source: { stream: 'directory.person-an', revision: 0, previous: null },
      correlationId: 'c',
      causationId: 'c',
      occurredAt: '2025-11-22T03:00:00Z',
    });
    expect(await listed(an)).toEqual([]);
  });
});

describe('What is no view', () => {
  it.each<[string, string, object]>([
    ['no name', 'VIEW_NAME', { name: '  ' }],
    ['a name of two lines', 'VIEW_NAME', { name: 'a\nb' }],
    ['a name that turns its line around', 'VIEW_NAME', { name: 'a\u202eb' }],
    ['a name of 61 characters', 'VIEW_NAME', { name: 'ằ'.repeat(61) }],
    ['half a character', 'VIEW_NAME', { name: 'a\ud83d' }],
    ['a name that is none', 'BAD_REQUEST', { name: 7 }],
    ['a list that there is not', 'BAD_REQUEST', { list: 'intake' }],
    ['a filter that the list does not have', 'VIEW_OUTDATED', { query: { holder: 'lan' } }],
    ['a value that the filter does not have', 'VIEW_OUTDATED', { query: { kind: 'x' } }],
    ['words to search by', 'VIEW_OUTDATED', { query: { q: 'Nguyễn Văn A' } }],
    ['a place in the list', 'VIEW_OUTDATED', { query: { cursor: 'x' } }],
    ['whose it is', 'BAD_REQUEST', { person: 'hung' }],
  ])('%s is refused, and nothing is kept', async (_, code, more) => {
    const before = await listed();
    expect((await save('Tên', more)).body.code).toBe(code);
    expect(await listed()).toEqual(before);
  });

  it('a name twice in one list, or a twenty-first view, however many are sent at once', async () => {
    const names = Array.from({ length: 30 }, (_, n) => `Danh sách ${n}`);
    const answers = await Promise.all(names.map((name) => save(name)));
    const codes = answers.map(({ status, body }) => (status === 201 ? 'saved' : body.code));
    expect(await listed()).toHaveLength(20);
    expect(new Set(codes)).toEqual(new Set(['saved', 'VIEWS_FULL']));
    const [one, two] = await listed();
    await send(lan, 'DELETE', `/${one!.id}`);
    expect((await save(two!.name)).body.code).toBe('VIEW_NAME_TAKEN');
    expect((await save(two!.name, { list: 'response' })).status).toBe(201);
  });

  it('a change of nothing, or of what is no view', async () => {
    const [one] = await listed();
    for (const body of [{}, { query: {} }, { name: 'a', isDefault: true }])
      expect((await send(lan, 'POST', `/${one!.id}`, body)).status).toBe(400);
    expect((await send(lan, 'DELETE', '/khong-co')).status).toBe(404);
  });
});
