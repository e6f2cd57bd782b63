import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let door: RunningGateway;
let webRoot: string;

beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'minh-bach-web-'));
  await mkdir(join(webRoot, 'assets'));
  await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>Minh Bạch</title>');
  await writeFile(join(webRoot, 'assets', 'index-a1b2c3.js'), 'export {};');
  await writeFile(join(webRoot, '.env'), 'SECRET=1');
  database = await createTestDatabase();
  door = await runGateway(database.url, { webRoot });
}, 30_000);

afterAll(async () => {
  await door.stop();
  await database.drop();
  await rm(webRoot, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(door.origin + path, { headers, redirect: 'manual' });

describe('The console', () => {
  it.each(['/', '/index.html', '/triage', '/cases/V26-12345678-1?tab=1'])(
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
    const response = await get('/assets/index-a1b2c3.js');
    expect(response.headers.get('content-type')).toContain('javascript');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    '/assets/gone-000000.js',
    '/favicon.png',
    '/.env',
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

describe('Health', () => {
  it('says ready while the database answers', async () => {
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(200);
  });
});
