import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import type { Browser } from './specs/browser.ts';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

/** A provider of another house, whose token endpoint does as it is told. */
let answerToken: 'refuse' | 'fail' | 'hang up';
let answerDiscovery: 'answer' | 'hang up';
let elsewhere: Server;
let issuer: string;
let database: TestDatabase;
let door: RunningGateway;

beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url?.startsWith('/.well-known/')) {
      if (answerDiscovery === 'hang up') return void request.socket.destroy();
      return void json(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        code_challenge_methods_supported: ['S256'],
      });
    }
    if (answerToken === 'hang up') return void request.socket.destroy();
    if (answerToken === 'fail') return void response.writeHead(502).end('Bad Gateway');
    json(400, { error: 'invalid_grant' });
  }).listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  issuer = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  database = await createTestDatabase();
  const provider = { issuer, clientId: 'g', clientSecret: 's', deviceClientId: 'mb' };
  door = await runGateway(database.url, { provider });
}, 30_000);
beforeEach(() => {
  answerToken = 'refuse';
  answerDiscovery = 'answer';
});
afterAll(async () => {
  await door.stop();
  elsewhere.closeAllConnections();
  elsewhere.close();
  await database.drop();
});

async function comesBack(browser: Browser, headers = {}, lang = '') {
  const started = await browser.send(`/auth/login${lang}`, { headers });
  const state = new URL(started.headers.get('location') ?? '').searchParams.get('state');
  const response = await browser.send(`/auth/callback?code=c&state=${state}`, { headers });
  return { response, text: await response.text() };
}

describe('Where the provider does not answer', () => {
  it('starting to sign in is a 503 with a time to come back, in both languages, and works later', async () => {
    answerDiscovery = 'hang up';
    const browser = door.browser();
    const response = await browser.send('/auth/login?lang=en');
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(response.headers.get('content-type')).toContain('text/html');
    const text = await response.text();
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('Signing in is not possible right now');
    expect(text).toContain('Tạm thời chưa đăng nhập được');
    answerDiscovery = 'answer';
    expect((await browser.send('/auth/login')).status).toBe(303);
  });

  it.each(['fail', 'hang up'] as const)('coming back is a 503 when it should %s', async (what) => {
    answerToken = what;
    const { response, text } = await comesBack(door.browser());
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(text).toContain('<html lang="vi">');
    expect(text).toContain('Tạm thời chưa đăng nhập được');
    expect(text).toContain('Signing in is not possible right now');
  });
});

describe('Where the provider refuses', () => {
  it('coming back is a 400, in both languages, the one that was asked for first', async () => {
    const { response, text } = await comesBack(door.browser(), {}, '?lang=en');
    expect(response.status).toBe(400);
    expect(response.headers.get('retry-after')).toBeNull();
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('Không thể tiếp tục đăng nhập');
    const asked = await comesBack(door.browser(), { 'accept-language': 'en-GB' });
    expect(asked.text).toContain('<html lang="en">');
  });

  it('a way back that nobody began is a 400 as well', async () => {
    const response = await door.browser().send('/auth/callback?code=c&state=s');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Signing in cannot go on');
  });
});
