import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { eventually } from '@minh-bach/testing';
import { startDemoApp } from '../specs/app.ts';

let demo: Awaited<ReturnType<typeof startDemoApp>>;
let socket: Socket;

beforeAll(async () => {
  demo = await startDemoApp();
  await demo.app.listen(0, '127.0.0.1');
});
afterAll(() => demo.close());
beforeEach(() => void (demo.lines.length = 0));

/** The first bytes of a longer body, to the one public door; settles when the head has arrived. */
async function begin(length: number, body: string): Promise<void> {
  const server = demo.app.getHttpServer();
  const arrived = once(server, 'request');
  socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined).resume();
  const head = ['POST /demo/track HTTP/1.1', 'Host: x', 'Content-Type: application/json'];
  socket.write([...head, `Content-Length: ${length}`, '', body].join('\r\n'));
  await arrived;
}

/** How the log says it, once it tells that the request is over. */
const logged = (end: string) =>
  eventually(async () => {
    const lines = demo.lines.map((line) => JSON.parse(line) as { level: string; msg: string });
    expect(lines.map(({ msg }) => msg)).toContain(end);
    return lines.map(({ level }) => level);
  }, 5_000);

it('a body that its sender breaks off is no fault of ours in the log', async () => {
  await begin(100, '{"code":');
  socket.destroy();
  expect(await logged('request broken off')).toEqual(['info']);
});

it('nor is one that is too large', async () => {
  await begin(2 * 1024 * 1024, 'x'.repeat(70_000));
  expect(await logged('request')).toEqual(['info']);
  socket.destroy();
});
