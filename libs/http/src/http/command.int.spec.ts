import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDemoApp } from '../specs/app.ts';
import { ISSUER } from '../specs/tokens.ts';

let demo: Awaited<ReturnType<typeof startDemoApp>>;
beforeAll(async () => {
  demo = await startDemoApp();
  await demo.app.init();
  await demo.fastify.ready();
  demo.people.put(ISSUER, 'chi', {
    person: 'chi',
    name: 'Chi',
    posts: [{ post: 'P5', unit: 'CK-01', roles: ['receiver'] }],
  });
});
afterAll(() => demo.close());

interface Sent {
  url?: string;
  body?: object;
  key?: string;
  headers?: Record<string, string>;
}

async function send({
  url = '/demo/notes/D01',
  body = { title: 'a' },
  key = 'first-key',
  headers = {},
}: Sent = {}) {
  const answer = await demo.app.inject({
    method: 'POST',
    url,
    headers: { ...demo.bearer, 'idempotency-key': key, ...headers },
    payload: body,
  });
  return answer.json().context as { commandId: string; requestHash: string; ifMatch?: number };
}

describe('the id of a command', () => {
  it('is the same for a retry', async () => {
    const [first, again] = [await send(), await send()];
    expect(again.commandId).toBe(first.commandId);
    expect(again.requestHash).toBe(first.requestHash);
  });

  it('is the same for another spelling of the same address', async () => {
    const [first, again] = [await send(), await send({ url: '/demo/notes/%4401' })];
    expect(again).toMatchObject({ commandId: first.commandId, requestHash: first.requestHash });
  });

  it('is another for another key, matter or person', async () => {
    const token = await demo.issuer.sign({ sub: 'chi' });
    const ids = [
      await send(),
      await send({ key: 'other-key' }),
      await send({ url: '/demo/notes/D02' }),
      await send({ headers: { authorization: `Bearer ${token}` } }),
    ].map(({ commandId }) => commandId);
    expect(new Set(ids).size).toBe(4);
  });

  it('goes with another hash for another body, post or If-Match', async () => {
    const requests = [
      await send(),
      await send({ body: { title: 'b' } }),
      await send({ headers: { 'x-acting-post': 'P2' } }),
      await send({ headers: { 'if-match': '"4"' } }),
    ];
    expect(new Set(requests.map(({ commandId }) => commandId)).size).toBe(1);
    expect(new Set(requests.map(({ requestHash }) => requestHash)).size).toBe(4);
  });

  it('is other under another secret', async () => {
    const other = await startDemoApp({ commandSecret: new Uint8Array(32).fill(1) });
    await other.app.init();
    const answer = await other.app.inject({
      method: 'POST',
      url: '/demo/notes/D01',
      headers: { ...other.bearer, 'idempotency-key': 'first-key' },
      payload: { title: 'a' },
    });
    await other.close();
    expect(answer.json().context.commandId).not.toBe((await send()).commandId);
  });
});

describe('the headers of a command', () => {
  const code = async (headers: Record<string, string>, url = '/demo/notes/D01/accept') => {
    const answer = await demo.app.inject({
      method: 'POST',
      url,
      headers: { ...demo.bearer, ...headers },
    });
    return [answer.statusCode, answer.json().code ?? answer.json()];
  };
  const key = { 'idempotency-key': 'a-good-key' };

  it('must hold an Idempotency-Key: 428', async () => {
    expect(await code({ 'if-match': '"1"' })).toEqual([428, 'IDEMPOTENCY_KEY_REQUIRED']);
  });

  it.each(['8-octets', 'x'.repeat(128)])('take the key %j', async (good) => {
    expect((await code({ 'idempotency-key': good, 'if-match': '"1"' }))[0]).toBe(200);
  });

  it.each(['7-octet', 'x'.repeat(129), 'with a blank', 'khoá-việt-nam', '', 'tab\tinside'])(
    'refuse the key %j: 400',
    async (bad) => {
      expect(await code({ 'idempotency-key': bad, 'if-match': '"1"' })).toEqual([
        400,
        'IDEMPOTENCY_KEY_MALFORMED',
      ]);
    },
  );

  it('must hold If-Match where the route says so: 428', async () => {
    expect(await code(key)).toEqual([428, 'IF_MATCH_REQUIRED']);
  });

  it.each([
    'W/"1"',
    '1',
    '"a"',
    '"-1"',
    '"01"',
    '"1", "2"',
    '*',
    '""',
    '"1e3"',
    '"99999999999999999"',
  ])('refuse If-Match: %s: 400', async (bad) =>
    expect(await code({ ...key, 'if-match': bad })).toEqual([400, 'IF_MATCH_MALFORMED']),
  );

  it('give the revision that the person saw', async () => {
    expect(await code({ ...key, 'if-match': '"12"' })).toEqual([200, { ifMatch: 12 }]);
  });

  it('go on with the trace of the caller, under a span of our own', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const context = (await send({ headers: { traceparent } })) as { traceparent?: string };
    expect(context.traceparent).toMatch(
      /^00-4bf92f3577b34da6a3ce929d0e0e4736-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$/,
    );
  });
});

describe('the answer of a command', () => {
  it('carries the revision as ETag and its position', async () => {
    const answer = await demo.app.inject({
      method: 'POST',
      url: '/demo/notes/D01',
      headers: { ...demo.bearer, 'idempotency-key': 'first-key' },
      payload: { title: 'a' },
    });
    expect(answer.headers).toMatchObject({ etag: '"3"', 'x-position': 'log:17' });
  });
});

describe('X-Wait-Position', () => {
  it.each([
    ['log:17', 200, 'log:17'],
    ['with a blank', 400, undefined],
    ['x'.repeat(128), 200, 'x'.repeat(128)],
    ['x'.repeat(129), 400, undefined],
  ])('%.20s', async (position, status, wait) => {
    const answer = await demo.app.inject({
      url: '/demo/notes',
      headers: { ...demo.bearer, 'x-wait-position': position },
    });
    expect([answer.statusCode, answer.json().wait]).toEqual([status, wait]);
  });
});
