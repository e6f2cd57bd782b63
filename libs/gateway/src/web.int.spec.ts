import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let door: RunningGateway;
let webRoot: string;

const SCRIPT = 'export const words = "Minh Bạch";';
const TITLES = {
  'index.html': 'Trang chủ Minh Bạch',
  'tra-cuu.html': 'Tra cứu đơn',
  '404.html': 'Không có trang này',
  'en.html': 'Home',
  'en/track.html': 'Track',
  'en/404.html': 'Page not found',
  '500.html': 'Chưa mở được trang này',
  'en/500.html': 'Cannot be opened now',
  'lam-viec.html': 'Minh Bạch',
};

/** A file as the build leaves it: with its compressed forms beside it. */
async function built(name: string, text: string): Promise<void> {
  await writeFile(join(webRoot, name), text);
  await writeFile(join(webRoot, `${name}.br`), brotliCompressSync(text));
  await writeFile(join(webRoot, `${name}.gz`), gzipSync(text));
}

beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'minh-bach-web-'));
  await mkdir(join(webRoot, 'assets'));
  await mkdir(join(webRoot, 'en'));
  for (const [name, title] of Object.entries(TITLES))
    await built(name, `<!doctype html><title>${title}</title>`);
  await built('assets/index-a1B2_c3-.js', SCRIPT);
  await built('assets/notes.js', SCRIPT);
  await writeFile(join(webRoot, 'assets', 'type-a1B2c3d4.woff2'), 'letters');
  await writeFile(join(webRoot, 'favicon.svg'), '<svg/>');
  await writeFile(join(webRoot, '.env'), 'SECRET=1');
  await writeFile(join(webRoot, '.console.json'), '["/lam-viec", "/phan-loai", "/ho-so/$number"]');
  await writeFile(join(webRoot, '.site.json'), '{"track": {"vi": "/tra-cuu", "en": "/en/track"}}');
  await writeFile(join(webRoot, '../secret-of-web.js.br'), 'SECRET=1');
  database = await createTestDatabase();
  door = await runGateway(database.url, { webRoot });
}, 30_000);

afterAll(async () => {
  await door.stop();
  await database.drop();
  await rm(webRoot, { recursive: true, force: true });
  await rm(join(webRoot, '../secret-of-web.js.br'), { force: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(door.origin + path, { headers, redirect: 'manual' });

describe('The console', () => {
  it.each(['/', '/lam-viec', '/phan-loai', '/ho-so/V26-12345678-1?tab=1'])(
    'is one page, never kept, under a strict policy: %s',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('Minh Bạch');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-security-policy': expect.stringMatching(
          /script-src 'self';.*frame-ancestors 'none'/,
        ),
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
      });
      expect(response.headers.get('content-security-policy')).not.toMatch(
        /unsafe-eval|script-src[^;]*unsafe/,
      );
    },
  );

  it('keeps files with a hash in their name for ever', async () => {
    const response = await get('/assets/index-a1B2_c3-.js');
    expect(response.headers.get('content-type')).toContain('javascript');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    '/assets/gone-000000.js',
    '/favicon.png',
    '/.env',
    '/.console.json',
    '/api',
    '/oidc',
    '/health/x',
    '/assets/',
  ])('is not what %s answers', async (path) => {
    const response = await get(path);
    expect([401, 404]).toContain(response.status);
    const text = await response.text();
    expect(text).not.toContain('<!doctype');
    expect(text).not.toContain('SECRET');
  });

  it('is left for the public origin by a browser that came by an inner name', async () => {
    // fetch would not let us say that a page is being opened.
    const headers = { 'sec-fetch-mode': 'navigate' };
    const asked = request({ host: '127.0.0.1', port: door.port, path: '/triage', headers }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.resume();
    expect(answer.statusCode).toBe(307);
    expect(answer.headers.location).toBe(`${door.origin}/triage`);
  });

  it('sends nobody to the host that a request line names', async () => {
    const headers = { 'sec-fetch-mode': 'navigate', host: `127.0.0.1:${door.port}` };
    for (const line of ['http://evil.example/', '//evil.example/']) {
      const asked = request({ host: '127.0.0.1', port: door.port, path: line, headers }).end();
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];
      answer.resume();
      expect([line, answer.statusCode, answer.headers.location]).toEqual([line, 404, undefined]);
    }
  });
});

/** fetch would add encodings of its own, and undo them. */
async function raw(path: string, headers: OutgoingHttpHeaders = {}, method = 'GET') {
  const asked = request({ host: 'localhost', port: door.port, path, method, headers }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) };
}

describe('A document of its own', () => {
  it.each([
    ['/', 'Trang chủ Minh Bạch'],
    ['/tra-cuu', 'Tra cứu đơn'],
    ['/tra-cuu?ma=1', 'Tra cứu đơn'],
    ['/lam-viec', 'Minh Bạch'],
    ['/phan-loai', 'Minh Bạch'],
    ['/ho-so/tra-cuu', 'Minh Bạch'],
    ['/en', 'Home'],
    ['/en/track', 'Track'],
  ])('is what %s is answered with: %s', async (path, title) => {
    expect(await (await get(path)).text()).toBe(`<!doctype html><title>${title}</title>`);
  });
});

describe('An address that nothing has', () => {
  it.each([
    ['/tra-cu', 'Không có trang này'],
    ['/index', 'Không có trang này'],
    ['/index.html', undefined],
    ['/tra-cuu.html', undefined],
    ['/404', 'Không có trang này'],
    ['/ho-so/D26-48301725-1/x', 'Không có trang này'],
    ['/tra-c%E1%BB%A9u', 'Không có trang này'],
    ['/en/tra-cuu', 'Page not found'],
    ['/en/404', 'Page not found'],
  ])('is a 404 in the words of visitors: %s', async (path, title) => {
    const response = await get(path, { 'sec-fetch-mode': 'cors' });
    const text = await response.text();
    expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store']);
    if (title === undefined) return expect(text).not.toContain('<!doctype');
    expect(text).toContain(`<title>${title}</title>`);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    const { headers, body } = await raw(path, {}, 'HEAD');
    expect([headers['content-type'], body.length]).toEqual(['text/html; charset=utf-8', 0]);
  });

  it('with a stroke too many leads to the page', async () => {
    const { status, headers } = await raw('/tra-cuu/?a=1');
    expect([status, headers.location]).toEqual([308, '/tra-cuu?a=1']);
  });

  it('stays a problem for programs', async () => {
    for (const path of ['/api/nothing', '/auth/nothing', '/favicon.ico'])
      expect(await (await get(path)).text()).not.toContain('<!doctype');
  });
});

describe('What search engines are told', () => {
  it('is where pages for everybody are, in both languages, and that no other is theirs', async () => {
    const robots = await (await get('/robots.txt')).text();
    for (const path of ['/api/', '/phan-loai', '/ho-so/'])
      expect(robots).toContain(`\nDisallow: ${path}\n`);
    expect(robots).toContain(`\nSitemap: ${door.origin}/sitemap.xml\n`);
    const sitemap = await (await get('/sitemap.xml')).text();
    const places = [...sitemap.matchAll(/<loc>([^<]+)</g)].map(([, place]) => place);
    expect(places).toEqual([`${door.origin}/tra-cuu`, `${door.origin}/en/track`]);
    expect(sitemap).toContain(`hreflang="en" href="${door.origin}/en/track"`);
  });
});

describe('What was compressed at build', () => {
  const script = '/assets/index-a1B2_c3-.js';

  it.each([
    ['br', 'gzip, deflate, br, zstd'],
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip', 'br;q=0, gzip;q=0.5'],
    ['gzip', 'GZIP;q=0.2, deflate'],
  ])('goes as %s to a browser that says: %s', async (encoding, accepted) => {
    for (const path of [script, '/', '/tra-cuu', '/phan-loai']) {
      const { status, headers, body } = await raw(path, { 'accept-encoding': accepted });
      const text = (encoding === 'br' ? brotliDecompressSync : gunzipSync)(body).toString();
      expect([path, status, headers['content-encoding']]).toEqual([path, 200, encoding]);
      expect(headers.vary?.toLowerCase()).toContain('accept-encoding');
      expect(headers['content-length']).toBe(String(body.length));
      expect(headers['content-type']).toMatch(path === script ? /javascript/ : /^text\/html/);
      expect(text).toContain(path === '/tra-cuu' ? TITLES['tra-cuu.html'] : 'Minh Bạch');
    }
  });

  it.each([
    undefined,
    '',
    'identity',
    '*',
    '*;q=0',
    'identity;q=1, *;q=0',
    'gzip;q=0, br;q=0',
    'gzip;q=0, *;q=1',
    'zstd',
    'gzipped',
    'br\t;q=0',
    '%00',
  ])('goes plain to a client that says: %s', async (accepted) => {
    const headers = accepted === undefined ? {} : { 'accept-encoding': accepted };
    const answer = await raw(script, headers);
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.body.toString()).toBe(SCRIPT);
    // Or a cache between would give it to all.
    expect(answer.headers.vary?.toLowerCase()).toContain('accept-encoding');
  });

  it('has a tag for each form, and is not sent again to one that has it', async () => {
    const tags = new Set<string>();
    for (const encoding of ['br', 'gzip', 'identity']) {
      const accepting = { 'accept-encoding': encoding };
      const { etag = '' } = (await raw(script, accepting)).headers;
      tags.add(etag);
      const again = await raw(script, { ...accepting, 'if-none-match': etag });
      expect([again.status, again.body.length]).toEqual([304, 0]);
    }
    expect(tags.size).toBe(3);
  });

  it('has no address of its own, by whatever spelling', async () => {
    for (const path of [`${script}.br`, `${script}.gz`, `${script}%2Ebr`, '/index.html.br']) {
      const { status, body } = await raw(path, { 'accept-encoding': 'br' });
      expect([path, status]).toEqual([path, 404]);
      expect(body.toString()).not.toContain('export');
    }
  });

  it('leaves the folder by no spelling of a path', async () => {
    const ways = ['..', '%2e%2e', '.%2e', 'assets/..%2f..', 'assets/%2e%2e/%2e%2e', '..%5c', '.'];
    for (const way of ways)
      for (const path of [`/${way}/secret-of-web.js`, `//${way}/secret-of-web.js`]) {
        const { status = 0, body } = await onLine(path);
        expect([path, status >= 400]).toEqual([path, true]);
        expect(body).not.toContain('SECRET');
      }
  });

  it('answers HEAD as GET, without the body', async () => {
    const accepting = { 'accept-encoding': 'br' };
    const [head, whole] = [await raw(script, accepting, 'HEAD'), await raw(script, accepting)];
    expect(head.body).toHaveLength(0);
    for (const name of ['content-length', 'content-encoding', 'etag', 'vary'])
      expect([name, head.headers[name]]).toEqual([name, whole.headers[name]]);
  });

  it('is the only thing that is: answers of the API mix secrets with what was asked', async () => {
    for (const path of ['/api/me', '/health/live', '/auth/login']) {
      const { headers } = await raw(path, { 'accept-encoding': 'br, gzip' });
      expect([path, headers['content-encoding']]).toEqual([path, undefined]);
    }
  });
});

/** The request line as it is written. */
async function onLine(path: string): Promise<{ status: number; body: string }> {
  const socket = connect(door.port, 'localhost');
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost:${door.port}\r\n`);
  socket.write('Accept-Encoding: br\r\nConnection: close\r\n\r\n');
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  return { status: Number(/^HTTP\/1.1 (\d+)/.exec(body)?.[1] ?? 0), body };
}

describe('What browsers keep', () => {
  it.each([
    ['/assets/index-a1B2_c3-.js', 'public, max-age=31536000, immutable'],
    ['/assets/type-a1B2c3d4.woff2', 'public, max-age=31536000, immutable'],
    // No name of its content: asked about each time.
    ['/assets/notes.js', 'no-cache'],
    ['/favicon.svg', 'no-cache'],
    ['/tra-cuu', 'no-store'],
  ])('%s: %s', async (path, kept) => {
    for (const encoding of ['br', 'identity']) {
      const { status, headers } = await raw(path, { 'accept-encoding': encoding });
      expect([status, headers['cache-control']]).toEqual([200, kept]);
    }
  });
});

describe('Health', () => {
  it('says ready while the database answers', async () => {
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(200);
  });
});
