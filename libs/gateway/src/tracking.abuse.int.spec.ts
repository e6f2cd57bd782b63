import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let door: RunningGateway;

beforeAll(async () => {
  database = await createTestDatabase();
  door = await runGateway(database.url);
}, 30_000);
afterEach(() => {
  door.service.hold = async () => undefined;
});
afterAll(async () => {
  await door.stop();
  await database.drop();
});

const ask = () =>
  fetch(`${door.origin}/api/track`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"code":"AAAA"}',
  });
const limitsToldBy = ({ headers }: Response) =>
  [...headers.keys()].filter((name) => name.includes('ratelimit'));

describe('T30: who asks does not learn how often others at their address ask', () => {
  it.each([
    ['POST', '/api/track'],
    ['GET', '/api/accounts/invitations'],
    ['POST', '/api/accounts/invitations'],
    ['GET', '/auth/login'],
    ['GET', '/auth/callback?state=x&code=y'],
    ['GET', '/oidc/auth'],
    ['POST', '/oidc/device/auth'],
    ['POST', '/oidc/token'],
    ['GET', '/oidc/device'],
    ['GET', '/'],
  ])('no answer says how many more are let in: %s %s', async (method, path) => {
    expect(limitsToldBy(await fetch(door.origin + path, { method, redirect: 'manual' }))).toEqual(
      [],
    );
  });

  it('who asks too often is told when to come again, and nothing else', async () => {
    const answers = await Promise.all(Array.from({ length: 80 }, ask));
    expect(answers.flatMap(limitsToldBy)).toEqual([]);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    for (const { headers } of refused) expect(headers.get('retry-after')).toMatch(/^\d+$/);
  });
});

describe('T31: a service that stands still', () => {
  it('holds no place of the public for longer than some seconds', async () => {
    door.service.hold = () => new Promise(() => undefined);
    const before = performance.now();
    const socket = connect({ port: door.port, host: '127.0.0.1', localAddress: '127.0.0.7' });
    socket.write(
      `POST /api/track HTTP/1.1\r\nHost: localhost:${door.port}\r\nConnection: close\r\n` +
        'Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}',
    );
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 503 [^]*"code":"UNAVAILABLE"/);
    expect(performance.now() - before).toBeLessThan(8_000);
  }, 40_000);
});

describe('T26: two names of a host', () => {
  it.each([
    ['the same twice', 'localhost'],
    ['ours, then another', 'elsewhere.example'],
  ])('are no request: %s', async (_, other) => {
    const socket = connect({ port: door.port, host: '127.0.0.1' });
    const ours = `localhost:${door.port}`;
    const second = other === 'localhost' ? ours : other;
    socket.write(
      `GET /api/me HTTP/1.1\r\nHost: ${ours}\r\nHost: ${second}\r\nConnection: close\r\n\r\n`,
    );
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 [^]*"code":"BAD_REQUEST"/);
  });
});
