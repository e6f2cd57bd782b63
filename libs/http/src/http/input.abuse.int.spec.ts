import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { InjectOptions } from 'fastify';
import { NotesController, startDemoApp } from '../specs/app.ts';

let demo: Awaited<ReturnType<typeof startDemoApp>>;
beforeAll(async () => {
  demo = await startDemoApp();
  await demo.app.init();
  await demo.fastify.ready();
});
afterAll(() => demo.close());
beforeEach(() => void (NotesController.seen.length = 0));

let keys = 0;
const post = (payload: InjectOptions['payload'], headers: Record<string, string> = {}) =>
  demo.app.inject({
    method: 'POST',
    url: '/demo/notes/D01',
    headers: {
      ...demo.bearer,
      'idempotency-key': `spec-key-${keys++}`,
      'content-type': 'application/json',
      ...headers,
    },
    ...(payload === undefined ? {} : { payload }),
  });

type Answer = Awaited<ReturnType<typeof post>>;

/** A clear answer in both languages that holds nothing of what was sent, and nothing got through. */
function expectRefused(answer: Answer, status: number, code: string, sent?: string) {
  expect({ status: answer.statusCode, code: answer.json().code }).toEqual({ status, code });
  const { vi, en, errors = [] } = answer.json();
  expect(vi.title).not.toBe(en.title);
  for (const error of errors) expect(error.vi).not.toBe(error.en);
  if (sent !== undefined) expect(answer.body).not.toContain(sent);
  expect(NotesController.seen).toEqual([]);
}

describe('bad input: what is no JSON', () => {
  it.each([
    ['cut off', '{"title":"Nguyễn'],
    ['nothing', ''],
    ['words', 'Nguyễn Văn Thử'],
    ['a comma too many', '{"title":"a",}'],
    ['a comment', '{"title":"a"/*x*/}'],
    ['NaN', '{"title":NaN}'],
    ['NUL', '{"title":"a"}\u0000'],
    ['a byte order mark', '\ufeff{"title":"a"}'],
    ['single quotes', "{'title':'a'}"],
    ['a number without end', '{"title":"a","n":1e999}'],
    ['half a character', '{"title":"a\\ud800"}'],
    ['half a character in a name', '{"a\\udc00":"a"}'],
    ['__proto__', '{"title":"a","__proto__":{"admin":true}}'],
    ['__proto__ in escapes', '{"title":"a","\\u005f_proto__":{"admin":true}}'],
    ['constructor.prototype', '{"title":"a","constructor":{"prototype":{"x":1}}}'],
  ])('%s: 400', async (_, payload) =>
    expectRefused(await post(payload), 400, 'MALFORMED_JSON', 'Nguyễn'),
  );

  it('bytes that are no UTF-8: 400', async () => {
    const payload = Buffer.concat([
      Buffer.from('{"title":"'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('"}'),
    ]);
    expectRefused(await post(payload), 400, 'MALFORMED_JSON');
  });

  it.each([
    ['20 levels deep', 20, 'deep', false],
    ['21 levels deep', 21, 'deep', true],
    ['20,000 values', 20_000, 'many', false],
    ['20,001 values', 20_001, 'many', true],
  ])('holds %s', async (_, size, how, refused) => {
    const payload =
      how === 'deep'
        ? `${'['.repeat(size)}1${']'.repeat(size)}`
        : JSON.stringify(Array.from({ length: size - 1 }, () => 1));
    expect((await post(payload)).json().code === 'JSON_TOO_COMPLEX').toBe(refused);
  });

  it.each([
    ['half a million brackets', '['.repeat(500_000)],
    ['a depth of 100', `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`],
    ['a list of 100,000', JSON.stringify(Array.from({ length: 100_000 }, () => 1))],
  ])('%s: 400', async (_, payload) => {
    const answer = await post(payload);
    expect(['MALFORMED_JSON', 'JSON_TOO_COMPLEX']).toContain(answer.json().code);
    expectRefused(answer, 400, answer.json().code);
  });

  it.each([
    ['330,000 empty objects', `{"list":[${'{},'.repeat(330_000).slice(0, -1)}]}`],
    ['490,000 numbers', `[${'1,'.repeat(490_000).slice(0, -1)}]`],
    ['half a million brackets', '['.repeat(500_000)],
    [
      'an object of 100,000',
      JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, () => 1).entries())),
    ],
  ])(
    '%s: refused before it is parsed, since that alone keeps all others waiting',
    async (_, payload) => {
      const parse = jest.spyOn(JSON, 'parse');
      const entries = jest.spyOn(Object, 'entries');
      try {
        const answer = await post(payload);
        const large = [...parse.mock.calls, ...entries.mock.calls].filter(
          ([of]) =>
            (typeof of === 'string' ? of.length : Object.keys(of as object).length) > 20_000,
        );
        expect([large.length, answer.statusCode]).toEqual([0, 400]);
        expect(JSON.parse(answer.body)).toMatchObject({ code: 'JSON_TOO_COMPLEX' });
      } finally {
        parse.mockRestore();
        entries.mockRestore();
      }
    },
  );

  it('10 MB: 413', async () => {
    expectRefused(
      await post(JSON.stringify({ title: 'x'.repeat(10_000_000) })),
      413,
      'BODY_TOO_LARGE',
    );
  });
});

describe('bad input: no Content-Type gets around the shape', () => {
  const bad = '{"actor":"x"}';
  it.each([
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json5',
    'application/vnd.api+json',
    'application/jsonx',
    'application /json',
    'application/json, text/plain',
    'text/plain, application/json',
    'application/json; charset=utf-16',
    'application/json; charset=iso-8859-1',
    'application/json/x',
    'json',
    '',
    ';',
  ])('%s: 415', async (type) => {
    const answer = await post(bad, { 'content-type': type });
    expectRefused(answer, 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  it.each([
    'application/json',
    'APPLICATION/JSON',
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
    'application/json ; x=y',
    'application/json\t',
  ])('%j is checked like any other', async (type) => {
    expectRefused(await post(bad, { 'content-type': type }), 400, 'INVALID_INPUT');
  });

  it('none, with a body: 415', async () => {
    const answer = await demo.app.inject({
      method: 'POST',
      url: '/demo/notes/D01',
      headers: { ...demo.bearer, 'idempotency-key': 'none-at-all' },
      payload: Buffer.from(bad),
    });
    expectRefused(answer, 415, 'UNSUPPORTED_MEDIA_TYPE');
  });
});

describe('bad input: shapes', () => {
  it.each([
    ['a list', [], ''],
    ['null', null, ''],
    ['text', 'Nguyễn', ''],
    ['a number for text', { title: 7 }, '/title'],
    ['an object for text', { title: { $ne: 'Nguyễn' } }, '/title'],
    ['a list for text', { title: ['Nguyễn'] }, '/title'],
    ['an unknown value', { title: 'a', kind: 'Nguyễn' }, '/kind'],
    ['no day', { title: 'a', day: '2026-13-01 Nguyễn' }, '/day'],
    ['too long', { title: 'Nguyễn'.repeat(20) }, '/title'],
    ['blanks', { title: '   ' }, '/title'],
    ['NUL', { title: 'a\u0000Nguyễn' }, '/title'],
    ['an escape sequence', { title: 'a\u001b[31mNguyễn' }, '/title'],
    ['text that turns round', { title: 'a\u202eNguyễn' }, '/title'],
    ['line feeds in a line', { title: 'a\r\nSet-Cookie: Nguyễn' }, '/title'],
  ])('%s: 400, pointing at it', async (_, payload, pointer) => {
    const answer = await post(JSON.stringify(payload));
    expectRefused(answer, 400, 'INVALID_INPUT', 'Nguyễn');
    expect(answer.json().errors[0]).toMatchObject({ in: 'body', pointer });
  });

  it.each([
    'actor',
    'unit',
    'recordedAt',
    'commandId',
    'requestHash',
    'correlationId',
    'causationId',
    'salt',
    'occurredAt',
    'schemaVersion',
    'signature',
    'role',
    'id',
    'stream',
    'toString',
  ])('T13: a body with %s: 400', async (name) => {
    const answer = await post(JSON.stringify({ title: 'a', [name]: 'x' }));
    expectRefused(answer, 400, 'INVALID_INPUT');
    expect(answer.json().errors).toMatchObject([{ code: 'UNKNOWN_KEY' }]);
  });

  it('T13: a command that takes no body refuses one', async () => {
    const answer = await demo.app.inject({
      method: 'POST',
      url: '/demo/notes/D01/accept',
      headers: { ...demo.bearer, 'idempotency-key': 'accept-key', 'if-match': '"3"' },
      payload: { actor: 'x' },
    });
    expectRefused(answer, 400, 'INVALID_INPUT');
  });

  it.each([
    ['/demo/notes?cursor=a&cursor=b', 'TWICE'],
    ['/demo/notes?cursor=a&cursor=a', 'TWICE'],
    ['/demo/notes?limit=1', 'UNKNOWN_KEY'],
    ['/demo/notes?cursor[a]=1', 'UNKNOWN_KEY'],
    ['/demo/notes?__proto__=1', 'UNKNOWN_KEY'],
    ['/demo/notes/D01?x=1', 'UNEXPECTED'],
    ['/demo/notes/nothing', 'WRONG_FORMAT'],
    ['/demo/notes/D01%00', 'WRONG_FORMAT'],
    ["/demo/notes/D01'%20OR%201=1", 'WRONG_FORMAT'],
  ])('%s: 400', async (url, code) => {
    const answer = await demo.app.inject({ url, headers: demo.bearer });
    expectRefused(answer, 400, 'INVALID_INPUT');
    expect(answer.json().errors[0].code).toBe(code);
  });

  it.each([
    '/demo/notes/%',
    '/demo/notes/%zz',
    '/demo/notes/%c3%28',
    `/demo/notes/${'x'.repeat(500)}`,
  ])('the address %.40s: 400, in both languages, with the headers of every answer', async (url) => {
    const answer = await demo.app.inject({ url, headers: demo.bearer });
    expectRefused(answer, 400, 'BAD_URL', url);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });
});

describe('T17: what only looks dangerous is text like any other', () => {
  it.each(['<script>alert(1)</script>', "'; DROP TABLE x; --", '{{7*7}}', '=1+1', '${x}'])(
    '%s is kept as it is',
    async (title) => {
      const answer = await post(JSON.stringify({ title }));
      expect(answer.statusCode).toBe(201);
      expect(answer.json().body.title).toBe(title);
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
    },
  );

  it('decomposed Vietnamese comes in composed', async () => {
    const answer = await post(JSON.stringify({ title: 'Nguyễn'.normalize('NFD') }));
    expect(answer.json().body.title).toBe('Nguyễn'.normalize('NFC'));
  });
});
