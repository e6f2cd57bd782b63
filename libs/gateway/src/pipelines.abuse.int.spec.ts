import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import type { Browser } from './specs/browser.ts';
import { runGateway, type RunningGateway } from './specs/running-gateway.ts';

const PATH = '/api/triage/worklist';

let database: TestDatabase;
let door: RunningGateway;
let attacker: Browser;
let socket: Socket | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  door = await runGateway(database.url, { patience: { stillMs: 2_000 } });
  const { username, password } = await door.person();
  attacker = door.browser();
  await attacker.signIn(username, password);
}, 30_000);
afterEach(() => {
  socket?.destroy();
  door.service.answer = () => ({ status: 200, body: { ok: true } });
});
afterAll(async () => {
  await door.stop();
  await database.drop();
});

const request = () =>
  [
    `GET ${PATH} HTTP/1.1`,
    `Host: localhost:${door.port}`,
    `Cookie: mb-session=${attacker.cookie('mb-session')?.value}`,
    '\r\n',
  ].join('\r\n');

function open(): Socket {
  socket = connect({ port: door.port, host: '127.0.0.1' });
  socket.on('error', () => undefined);
  return socket;
}

const closed = (of: Socket) => new Promise<void>((resolve) => of.once('close', () => resolve()));

describe('T31: answers that nobody waits for', () => {
  it.each([PATH, '/oidc/assets/sign-in.css', '/auth/none'])(
    'end a connection that asks for hundreds at once: %s',
    async (path) => {
      const pipe = open();
      let answers = 0;
      pipe.on('data', (data) => (answers += data.toString().split('HTTP/1.1 ').length - 1));
      const ended = closed(pipe);
      pipe.write(request().replace(PATH, path).repeat(500));
      await ended;
      expect(answers).toBeLessThan(500);
    },
    20_000,
  );

  it('end a connection that reads none of them', async () => {
    // More than the two ends of a loopback connection may keep in the kernel.
    const text = 'x'.repeat(64 * 1024 * 1024);
    door.service.answer = () => ({ status: 200, body: { text } });
    const served: Socket[] = [];
    door.gateway.app.server.on('connection', (each: Socket) => served.push(each));
    const pipe = open();
    pipe.pause();
    pipe.write(request());
    // Of the door's side: ours learns of its end only when it reads.
    const ofDoor = () => served.find(({ remotePort }) => remotePort === pipe.localPort);
    await until(() => ofDoor()?.destroyed === true);
  }, 30_000);

  it('are answered where they are few', async () => {
    const pipe = open();
    let text = '';
    pipe.on('data', (data) => (text += data.toString()));
    pipe.write(request().repeat(4));
    await until(() => text.split('HTTP/1.1 200').length === 5);
  });
});

async function until(holds: () => boolean): Promise<void> {
  const last = Date.now() + 12_000;
  while (!holds()) {
    if (Date.now() > last) throw new Error('it never comes');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
