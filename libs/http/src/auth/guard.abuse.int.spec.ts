import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { NotesController, startDemoApp } from '../specs/app.ts';
import { rawHttp, request } from '../specs/raw-http.ts';
import { ISSUER, tokenIssuer } from '../specs/tokens.ts';

let demo: Awaited<ReturnType<typeof startDemoApp>>;
let port: number;
beforeAll(async () => {
  demo = await startDemoApp();
  await demo.app.listen(0, '127.0.0.1');
  port = (demo.fastify.server.address() as AddressInfo).port;
});
afterAll(() => demo.close());
beforeEach(() => void (NotesController.seen.length = 0));

const TARGETS = [
  '/demo/notes/D01',
  '/demo/notes/%4401',
  '/%64emo/notes/D01',
  '//demo/notes/D01',
  '/demo//notes/D01',
  '/demo/notes/D01/',
  '/DEMO/notes/D01',
  '/demo/notes;x=1/D01',
  '/demo/notes/D01;x',
  '/demo/notes%2fD01',
  '/demo/notes%2FD01',
  '/demo/./notes/D01',
  '/x/../demo/notes/D01',
  '/demo/notes/%2e%2e/notes/D01',
  '/demo/notes/D01?x=1',
  '/demo/notes/D01%00',
  '/demo/notes/D01#x',
  '\\demo\\notes\\D01',
  'http://localhost/demo/notes/D01',
  '/demo/notes/D01?access_token=x',
];
const METHODS = [
  'GET',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PUT',
  'PATCH',
  'DELETE',
  'POST',
  'QUERY',
  'FOO',
];

describe('T12: no spelling of a path and no method gets around the guard', () => {
  it.each(TARGETS)('%s without a token', async (target) => {
    for (const method of METHODS) {
      const { status } = await rawHttp(port, request(method, target));
      expect([400, 401, 404]).toContain(status);
    }
    expect(NotesController.seen).toEqual([]);
  });

  it.each([
    ['expired', () => demo.issuer.sign({ exp: 1_700_000_000 })],
    ['for another audience', () => demo.issuer.sign({ aud: 'https://other.test' })],
    ['signed by another key', async () => (await tokenIssuer()).sign()],
  ])('nor with a token that is %s', async (_, make) => {
    const headers = { Authorization: `Bearer ${await make()}` };
    for (const target of TARGETS)
      for (const method of ['GET', 'HEAD', 'POST']) {
        const { status } = await rawHttp(port, request(method, target, headers));
        expect([400, 401, 404]).toContain(status);
      }
    expect(NotesController.seen).toEqual([]);
  });

  it('is not got around by headers that other servers heed', async () => {
    const headers = {
      'X-HTTP-Method-Override': 'GET',
      'X-Original-URL': '/health/live',
      'X-Rewrite-URL': '/health/live',
      'X-Forwarded-User': 'an',
      'X-Remote-User': 'an',
      'X-Forwarded-For': '127.0.0.1',
      Cookie: 'session=an',
    };
    const { status } = await rawHttp(port, request('GET', '/demo/notes/D01', headers));
    expect(status).toBe(401);
  });

  it('lets the same requests in with a token where they are the same route', async () => {
    for (const target of ['/demo/notes/D01', '/demo/notes/%4401', '/%64emo/notes/D01']) {
      const { status } = await rawHttp(
        port,
        request('GET', target, { Authorization: demo.bearer.authorization }),
      );
      expect({ target, status }).toEqual({ target, status: 200 });
    }
  });

  it('uses no Nest middleware anywhere: Fastify has been seen to skip it', () => {
    const root = new URL('../../../../', import.meta.url);
    const sources = ['libs', 'apps']
      .flatMap((folder) =>
        readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).map(
          (file) => `${folder}/${file}`,
        ),
      )
      .filter((file) => /\/src\/.*\.ts$/.test(file) && !/node_modules|\.spec\.ts$/.test(file));
    expect(sources.length).toBeGreaterThan(50);
    expect(
      sources.filter((f) => readFileSync(new URL(f, root), 'utf8').includes('MiddlewareConsumer')),
    ).toEqual([]);
  });
});

describe('who is let in', () => {
  const get = (url: string, headers: Record<string, string>) => demo.app.inject({ url, headers });
  const bearerOf = async (sub: string) => ({
    authorization: `Bearer ${await demo.issuer.sign({ sub })}`,
  });

  it.each([
    ['no header', {}],
    ['an empty one', { authorization: '' }],
    ['another scheme', { authorization: 'Basic YW46YW4=' }],
    ['a token that is none', { authorization: 'Bearer abc' }],
    ['two tokens', { authorization: 'Bearer a, Bearer b' }],
  ])('nobody with %s: 401', async (_, headers) => {
    const answer = await get('/demo/notes/D01', headers);
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  it('T10: nobody who is not on record, whatever the token claims: 403', async () => {
    const token = await demo.issuer.sign({ sub: 'stranger', roles: ['head'], groups: ['admin'] });
    const answer = await get('/demo/notes/D01', { authorization: `Bearer ${token}` });
    expect(answer.statusCode).toBe(403);
    expect(answer.json().code).toBe('UNKNOWN_PERSON');
  });

  it('T10: nobody whose post lacks the role, whatever the token claims: 403', async () => {
    demo.people.put(ISSUER, 'binh', {
      person: 'binh',
      name: 'Bình',
      posts: [{ post: 'P9', unit: 'CK-01', roles: ['operator'] }],
    });
    const token = await demo.issuer.sign({ sub: 'binh', roles: ['receiver'] });
    const answer = await get('/demo/notes/D01', { authorization: `Bearer ${token}` });
    expect(answer.json().code).toBe('ACTION_FORBIDDEN');
  });

  it('someone with several posts chooses by X-Acting-Post, among those held', async () => {
    const chosen = await get('/demo/notes/D01', { ...demo.bearer, 'x-acting-post': 'P2' });
    expect(chosen.json().actor).toEqual({
      person: 'an',
      role: 'receiver',
      unit: 'CK-02',
      deputyFor: 'binh',
    });
    const other = await get('/demo/notes/D01', { ...demo.bearer, 'x-acting-post': 'P9' });
    expect(other.json().code).toBe('POST_NOT_HELD');
  });

  it('nobody any more within seconds of losing the post', async () => {
    demo.people.put(ISSUER, 'dung', {
      person: 'dung',
      name: 'Dung',
      posts: [{ post: 'P7', unit: 'CK-01', roles: ['receiver'] }],
    });
    const bearer = await bearerOf('dung');
    expect((await get('/demo/notes/D01', bearer)).statusCode).toBe(200);
    demo.people.put(ISSUER, 'dung', { person: 'dung', name: 'Dung', posts: [] });
    const end = performance.now() + 5_000;
    let status = 200;
    while (status === 200 && performance.now() < end)
      status = (await get('/demo/notes/D01', bearer)).statusCode;
    expect(status).toBe(403);
  });

  it('nobody when the record cannot be asked: 503, and the handler is not reached', async () => {
    const find = demo.people.find.bind(demo.people);
    demo.people.find = () =>
      Promise.reject(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }));
    const answer = await get('/demo/notes/D01', await bearerOf('someone-else'));
    demo.people.find = find;
    expect(answer.statusCode).toBe(503);
    expect(NotesController.seen).toEqual([]);
  });
});

describe('unknown and forbidden', () => {
  it('are the same 404 to the byte, ids aside', async () => {
    const unknownRoute = await demo.app.inject({ url: '/demo/nothing' });
    const unknownNote = await demo.app.inject({ url: '/demo/notes/D99', headers: demo.bearer });
    const bare = (body: string) => body.replace(/urn:uuid:[0-9a-f-]{36}/, '');
    expect(unknownNote.statusCode).toBe(404);
    expect(bare(unknownNote.body)).toBe(bare(unknownRoute.body));
  });
});
