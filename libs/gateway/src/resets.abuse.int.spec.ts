import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import type { Browser } from './specs/browser.ts';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

const MANY = 50;
const MULTIPART = 'multipart/form-data; boundary=x';

let database: TestDatabase;
let door: RunningGateway;
let browser: Browser;
let stopped = false;
const lines: string[] = [];

const stop = async () => {
  if (!stopped) await door.stop();
  stopped = true;
};

beforeAll(async () => {
  database = await createTestDatabase();
  door = await runGateway(database.url, { log: { write: (line) => void lines.push(line) } });
  browser = door.browser();
  const { username, password } = await door.person();
  await browser.signIn(username, password);
}, 30_000);
afterAll(async () => {
  await stop();
  await database.drop();
});

/** Its headers and one byte of its body are on their way. */
async function halfSend(path: string, type: string): Promise<Socket> {
  const socket = connect(door.port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const headers = [
    `POST ${path} HTTP/1.1`,
    `Host: localhost:${door.port}`,
    `Cookie: mb-session=${browser.cookie('mb-session')?.value}`,
    `Origin: ${door.origin}`,
    'X-Minh-Bach: 1',
    `Content-Type: ${type}`,
    'Content-Length: 1000',
  ];
  await new Promise<void>((resolve) => {
    socket.write(`${headers.join('\r\n')}\r\n\r\nx`, () => resolve());
  });
  return socket;
}

describe('T31: two hundred connections that are cut', () => {
  it('are one line or two of the log, and no fault', async () => {
    const sockets = await Promise.all(
      Array.from({ length: MANY }, () => [
        halfSend('/api/track', 'application/json'),
        halfSend('/api/triage/petitions', 'application/json'),
        halfSend('/api/intake/files', MULTIPART),
        halfSend('/oidc/device', 'application/x-www-form-urlencoded'),
      ]).flat(),
    );
    expect((await browser.send('/api/triage/worklist')).status).toBe(200);
    for (const socket of sockets) socket.resetAndDestroy();
    expect((await browser.send('/api/triage/worklist')).status).toBe(200);
    await stop();

    const told = lines.map((line) => JSON.parse(line) as { level: number; msg: string });
    expect(told.map(({ msg }) => msg)).toContain('requests broke off');
    expect(told.slice(2)).toEqual([]);
    expect(told.filter(({ level }) => level >= 50)).toEqual([]);
  }, 60_000);
});
