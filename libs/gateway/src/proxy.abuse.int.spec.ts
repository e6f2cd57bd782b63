import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { forEachService } from '@minh-bach/contracts';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import type { Browser } from './specs/browser.ts';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let door: RunningGateway;
let browser: Browser;
let cookie: string;

beforeAll(async () => {
  database = await createTestDatabase();
  door = await runGateway(database.url);
  browser = door.browser();
  const { username, password } = await door.person();
  await browser.signIn(username, password);
  cookie = `mb-session=${browser.cookie('mb-session')?.value}`;
}, 30_000);

beforeEach(() => {
  door.service.answer = () => ({ status: 200, body: { ok: true } });
});

afterAll(async () => {
  await door.stop();
  await database.drop();
});

const ours = () => ({
  origin: door.origin,
  'x-minh-bach': '1',
  'content-type': 'application/json',
});

/** Exactly these bytes; fetch would tidy a path up. @returns the status */
async function raw(path: string, headers: readonly string[] = [], host = `localhost:${door.port}`) {
  const socket = connect(door.port, '127.0.0.1');
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}`,
    `Cookie: ${cookie}`,
    'Connection: close',
    ...headers,
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(socket, 'close');
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);
}

describe('What a service sees of a request', () => {
  it('is none of the headers by which a client could be somebody else', async () => {
    await browser.send('/api/intake/petitions', {
      method: 'POST',
      headers: {
        ...ours(),
        'idempotency-key': 'k-12345678',
        authorization: 'Bearer forged',
        'x-forwarded-for': '10.0.0.1',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        forwarded: 'for=10.0.0.1',
        'x-real-ip': '10.0.0.1',
        'x-user': 'root',
        'user-agent': 'somebody',
        traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
        'x-http-method-override': 'DELETE',
      },
      body: '{"a":"Đơn"}',
    });
    const { headers, body, method } = door.service.last;

    expect(Object.keys(headers).sort()).toEqual(
      [
        'authorization',
        'connection',
        'content-length',
        'content-type',
        'host',
        'idempotency-key',
        'traceparent',
        ...('accept' in headers ? ['accept'] : []),
        ...('accept-language' in headers ? ['accept-language'] : []),
      ].sort(),
    );
    expect(headers.authorization).not.toContain('forged');
    expect(headers['traceparent']).not.toContain('aaaa');
    expect({ body, method }).toEqual({ body: '{"a":"Đơn"}', method: 'POST' });
  });

  it('is nothing at all of who tracks a petition', async () => {
    await browser.send('/api/track', {
      method: 'POST',
      headers: { ...ours(), authorization: 'Bearer x' },
      body: '{}',
    });
    const { url, headers } = door.service.last;
    expect(url).toBe('/intake/track');
    expect(headers.authorization).toBeUndefined();
    expect(headers.cookie).toBeUndefined();
  });
});

describe('T7: a request in the body of another one', () => {
  /** @returns the status of the first answer */
  async function withBody(method: string, path: string): Promise<number> {
    const socket = connect(door.port, '127.0.0.1');
    const body = 'GET /intake/smuggled HTTP/1.1\r\nhost: x\r\nx-eat: ';
    const lines = [
      `${method} ${path} HTTP/1.1`,
      `Host: localhost:${door.port}`,
      `Origin: ${door.origin}`,
      'X-Minh-Bach: 1',
      `Cookie: ${cookie}`,
      `Content-Length: ${body.length}`,
      'Connection: close',
    ];
    socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    await once(socket, 'close');
    return Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);
  }

  it.each([
    ['OPTIONS', 404],
    ['TRACE', 404],
    ['PUT', 404],
    ['PATCH', 404],
    ['GET', 200],
    ['HEAD', 200],
    ['DELETE', 200],
  ])('reaches no service: %s', async (method, status) => {
    const asked: (string | undefined)[] = [];
    door.service.answer = ({ url }) => {
      asked.push(url);
      return { status: 200, body: { ok: true } };
    };
    expect(await withBody(method, '/api/intake/asked')).toBe(status);
    // Whoever comes next on the kept connection is answered what they asked.
    await browser.send('/api/intake/next');
    expect(asked).toEqual([...(status === 200 ? ['/intake/asked'] : []), '/intake/next']);
  });
});

describe('Whoever asks too often', () => {
  it('is told to wait, whatever address he claims to have', async () => {
    const other = await runGateway(database.url);
    const statuses: number[] = [];
    for (let count = 0; count < 61; count += 1) {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${count}` };
      const url = `${other.origin}/api/track`;
      statuses.push((await fetch(url, { method: 'POST', headers, body: '{}' })).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(60);
    expect(statuses.at(-1)).toBe(429);
    await other.stop();
  }, 20_000);
});

describe('What a browser sees of an answer', () => {
  it('is no cookie and no header of the inside, and never kept', async () => {
    door.service.answer = () => ({
      status: 201,
      headers: {
        'set-cookie': 'a=b',
        server: 'inside',
        'access-control-allow-origin': '*',
        'cache-control': 'public',
        location: '/intake/petitions/D26-00000000-1',
        etag: '"3"',
      },
    });
    const answer = await browser.send('/api/intake/petitions', {
      method: 'POST',
      headers: ours(),
      body: '{}',
    });

    expect(answer.status).toBe(201);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.headers.get('server')).toBeNull();
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('etag')).toBe('"3"');
    expect(answer.headers.get('location')).toBe('/api/intake/petitions/D26-00000000-1');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is a problem without an inside when the service is gone', async () => {
    const gone = await runGateway(database.url, {
      services: forEachService(() => 'http://127.0.0.1:9'),
    });
    const { username, password } = await gone.person();
    const visitor = gone.browser();
    await visitor.signIn(username, password);
    for (const path of ['/api/intake/petitions', '/api/me', '/api/matters/D26-12345678-1']) {
      const answer = await visitor.send(path);
      expect(answer.status).toBe(503);
      const text = await answer.text();
      expect(text).toContain('UNAVAILABLE');
      expect(text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|fetch failed/);
    }
    await gone.stop();
  }, 20_000);
});

describe('Odd spellings of a path reach no service', () => {
  const SPELLINGS = [
    '/api/intake/%70etitions',
    '/api/intake/petitions%2f..%2fhealth',
    '/api/intake//petitions',
    '//api/intake/petitions',
    '/api/intake/petitions/',
    '/api/intake/../triage/petitions',
    '/api/intake/./petitions',
    '/api/intake/%2e%2e/health',
    '/api/intake/petitions;a=1',
    '/api/intake/petitions%00',
    '/api/intake\\petitions',
    '/%61pi/intake/petitions',
    '/API/intake/petitions',
    '/api/Intake/petitions',
    '/api/vault/keys',
    '/api/intake',
    '/api/intake/health',
    '/api/intake/metrics',
    '/api/intake/test/clock',
    '/api/intake/openapi.json',
    '/api/intake/track',
    '/api/matters/%44%32%36-12345678-1',
    '/api/matters/D26-12345678-1/',
    '/api/intake/petitions?a=%00',
    'http://evil.example/api/intake/petitions',
  ];

  it.each(SPELLINGS)('%s', async (path) => {
    const before = door.service.seen.length;
    expect(await raw(path)).toBe(404);
    expect(door.service.seen).toHaveLength(before);
  });

  it('while the plain one does', async () => {
    expect(await raw('/api/intake/petitions')).toBe(200);
  });
});

describe('A host that is not ours', () => {
  it('is answered nothing, whatever forwarded headers claim', async () => {
    expect(await raw('/auth/login', [], 'evil.example')).toBe(421);
    expect(await raw('/oidc/jwks', ['X-Forwarded-Host: localhost'], 'evil.example')).toBe(421);
  });

  it('does not get into the addresses that the provider tells', async () => {
    const answer = await fetch(`${door.origin}/oidc/.well-known/openid-configuration`, {
      headers: {
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        forwarded: 'host=evil.example',
      },
    });
    const text = await answer.text();
    expect(text).toContain(`"issuer":"${door.origin}/oidc"`);
    expect(text).not.toContain('evil');
    expect(text).not.toContain('https:');
  });
});
