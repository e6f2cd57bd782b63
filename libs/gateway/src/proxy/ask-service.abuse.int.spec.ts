import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { askService } from './ask-service.ts';

const SMUGGLED = Buffer.from('GET /smuggled HTTP/1.1\r\nhost: x\r\nx-eat: ');

let server: Server;
let seen: { readonly method: string; readonly url: string; readonly body: string }[];
let url: string;
beforeAll(async () => {
  server = createServer((request, answer) => {
    void text(request).then((body) => {
      seen.push({ method: request.method ?? '', url: request.url ?? '', body });
      answer.end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

describe('T7: what stands in the body of a request', () => {
  it.each(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'POST', 'PUT'])(
    'is never read as a request of its own on the kept connection, whatever the method: %s',
    async (method) => {
      seen = [];
      const { status } = await askService(`${url}/asked`, { method, headers: {}, body: SMUGGLED });
      await askService(`${url}/next`, { headers: { 'x-next': '1' } });
      expect(status).toBe(200);
      expect(seen).toEqual([
        { method, url: '/asked', body: SMUGGLED.toString() },
        { method: 'GET', url: '/next', body: '' },
      ]);
    },
  );
});
