import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import type { Browser } from './specs/browser.ts';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

const MANY = 200;
const BODY_MS = 3_000;

let database: TestDatabase;
let door: RunningGateway;
let attacker: Browser;
let staff: Browser;
let sockets: Socket[] = [];
let letGo: () => void = () => undefined;

const signedIn = async () => {
  const { username, password } = await door.person();
  const browser = door.browser();
  await browser.signIn(username, password);
  return browser;
};

beforeAll(async () => {
  database = await createTestDatabase();
  door = await runGateway(database.url, {
    patience: { bodyMs: BODY_MS, smallBodyMs: BODY_MS, uploadCheckMs: BODY_MS },
  });
  attacker = await signedIn();
  staff = await signedIn();
}, 30_000);
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  letGo();
  door.service.hold = async () => undefined;
});
afterAll(async () => {
  await door.stop();
  await database.drop();
});

interface Half {
  readonly path: string;
  readonly type?: string;
  readonly by?: Browser;
}

/** One byte of a thousand, and no more. @returns what is answered, as it comes */
async function halfSend({ path, type = 'application/json', by }: Half, from: string) {
  const socket = connect({ port: door.port, host: '127.0.0.1', localAddress: from });
  sockets.push(socket);
  let answered = '';
  socket.on('data', (data) => (answered += data.toString()));
  socket.on('error', () => undefined);
  const lines = [
    `POST ${path} HTTP/1.1`,
    `Host: localhost:${door.port}`,
    ...(by ? [`Cookie: mb-session=${by.cookie('mb-session')?.value}`] : []),
    `Origin: ${door.origin}`,
    'X-Minh-Bach: 1',
    `Content-Type: ${type}`,
    'Content-Length: 1000',
  ];
  await new Promise<void>((resolve) => {
    socket.write(`${lines.join('\r\n')}\r\n\r\nx`, () => resolve());
  });
  return { answer: () => answered, closed: () => socket.closed };
}

const halfSendMany = (half: Half) =>
  Promise.all(Array.from({ length: MANY }, (_, i) => halfSend(half, `127.0.0.${2 + (i % 3)}`)));

/** A question whole, by somebody without a session, from an address of their own. */
async function track(from: string): Promise<string> {
  const socket = connect({ port: door.port, host: '127.0.0.1', localAddress: from });
  sockets.push(socket);
  const body = '{"code":"AAAA"}';
  const lines = [
    'POST /api/track HTTP/1.1',
    `Host: localhost:${door.port}`,
    'Content-Type: application/json',
    'Connection: close',
    `Content-Length: ${body.length}`,
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
  return (await text(socket)).split('\r\n')[0]!;
}

/** Median ms of requests by another person, one after the other; each must be answered. */
async function staffWaits(): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < 9; i += 1) {
    const before = performance.now();
    const response = await Promise.race([
      staff.send('/api/triage/worklist'),
      new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 20_000)),
    ]);
    expect(response?.status).toBe(200);
    took.push(performance.now() - before);
  }
  return took.sort((a, b) => a - b)[4]!;
}

async function eventually(holds: () => boolean): Promise<void> {
  const last = Date.now() + 20_000;
  while (!holds()) {
    if (Date.now() > last) throw new Error('it never comes');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('T31: what is sent half, until its time is over, takes nothing from others', () => {
  it.each([
    ['tracking, nobody signed in', (): Half => ({ path: '/api/track' })],
    ['JSON', (): Half => ({ path: '/api/triage/petitions', by: attacker })],
    [
      'uploads',
      (): Half => ({
        path: '/api/intake/files',
        type: 'multipart/form-data; boundary=x',
        by: attacker,
      }),
    ],
    ['a sign-in form', (): Half => ({ path: '/oidc/device', type: 'text/plain' })],
    ['an invitation', (): Half => ({ path: '/api/accounts/invitations', by: attacker })],
  ])(
    'two hundred half-sent bodies leave staff their answers: %s',
    async (_, half) => {
      await halfSendMany(half());
      expect(await staffWaits()).toBeLessThan(1_000);
    },
    60_000,
  );

  it.each([
    ['of one range', (i: number) => `127.0.50.${i + 1}`],
    ['of ranges of their own', (i: number) => `127.0.${60 + i}.1`],
  ])(
    'thirty networks that send half leave others their tracking: %s',
    async (_, addressOf) => {
      for (let network = 0; network < 30; network += 1)
        await Promise.all(
          Array.from({ length: 24 }, () => halfSend({ path: '/api/track' }, addressOf(network))),
        );
      const answers = ['127.0.200.1', '127.0.201.1', '127.0.50.200'].map(track);
      expect(await Promise.all(answers)).toEqual(new Array(3).fill('HTTP/1.1 200 OK'));
    },
    60_000,
  );

  it('no service is asked before a body that is no upload has come', async () => {
    const before = door.service.busy;
    await halfSendMany({ path: '/api/triage/petitions', by: attacker });
    await staffWaits();
    expect(door.service.busy).toBe(before);
  });

  it.each([
    ['/api/track', 'application/json'],
    ['/api/track', 'multipart/form-data; boundary=x'],
    ['/api/triage/petitions', 'application/json'],
    ['/api/intake/files', 'multipart/form-data; boundary=x'],
    ['/api/accounts/invitations', 'application/json'],
    ['/api/accounts/invitation-codes', 'application/json'],
  ])(
    'is told so in both languages, then cut: %s (%s)',
    async (path, type) => {
      const half = await halfSend({ path, type, by: attacker }, '127.0.0.9');
      await eventually(half.closed);
      expect(half.answer()).toMatch(/^HTTP\/1\.1 408 /);
      expect(half.answer()).toMatch(/^connection: close\r$/im);
      expect(half.answer()).toContain('"code":"BODY_TOO_SLOW"');
      expect(half.answer()).toMatch(/"vi":\{.*"en":\{/);
    },
    30_000,
  );

  it('headers that never end are cut, and take nothing meanwhile', async () => {
    for (let i = 0; i < MANY; i += 1) {
      const socket = connect({ port: door.port, host: '127.0.0.1' });
      socket.on('error', () => undefined);
      socket.resume();
      socket.write(`GET /api/me HTTP/1.1\r\nHost: localhost:${door.port}\r\nX-`);
      sockets.push(socket);
    }
    expect(await staffWaits()).toBeLessThan(1_000);
    await eventually(() => sockets.every(({ closed }) => closed));
  }, 40_000);
});

describe('T31: each class of requests has its own share', () => {
  it('two hundred waits for a position leave staff their answers, and the rest is told when to come again', async () => {
    door.service.answer = () => ({
      status: 200,
      headers: { 'x-position': '0198c7d0-1111-7000-8000-000000000001:7' },
      body: { revision: 0, position: '0198c7d0-1111-7000-8000-000000000001:7' },
    });
    const written = await attacker.send('/api/triage/petitions', {
      method: 'POST',
      headers: { origin: door.origin, 'x-minh-bach': '1', 'content-type': 'application/json' },
      body: '{}',
    });
    const position = written.headers.get('x-position') ?? '';
    const held = new Promise<void>((resolve) => (letGo = resolve));
    door.service.hold = ({ headers }) =>
      headers['x-wait-position'] === undefined ? Promise.resolve() : held;
    const waits = Array.from({ length: MANY }, () =>
      attacker.send('/api/triage/worklist', { headers: { 'x-wait-position': position } }),
    );
    expect(await staffWaits()).toBeLessThan(1_000);
    letGo();
    const answers = await Promise.all(waits);
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(refused[0]!.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await refused[0]!.json()).toMatchObject({
      code: 'BUSY',
      vi: { title: expect.stringMatching(/\S/) },
      en: { title: expect.stringMatching(/\S/) },
    });
  }, 60_000);

  it('one person cannot use up what all of the staff share', async () => {
    const held = new Promise<void>((resolve) => (letGo = resolve));
    door.service.hold = ({ url }) => (url.includes('/slow') ? held : Promise.resolve());
    const slow = Array.from({ length: MANY }, () => attacker.send('/api/triage/slow'));
    expect(await staffWaits()).toBeLessThan(1_000);
    letGo();
    await Promise.all(slow);
  }, 60_000);
});
