import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDemoApp } from '../specs/app.ts';
import { rawHttp, request } from '../specs/raw-http.ts';

let demo: Awaited<ReturnType<typeof startDemoApp>>;
let port: number;
beforeAll(async () => {
  demo = await startDemoApp({ timeout: 1_000 });
  await demo.app.listen(0, '127.0.0.1');
  port = (demo.fastify.server.address() as AddressInfo).port;
});
afterAll(() => demo.close());

describe('T14: a public route', () => {
  it('answers an address so many times a minute, whatever the address says it is (T25)', async () => {
    const answers = [];
    for (let i = 0; i < 5; i++)
      answers.push(
        await demo.app.inject({
          method: 'POST',
          url: '/demo/track',
          headers: { 'x-forwarded-for': `203.0.113.${i}`, forwarded: `for=203.0.113.${i}` },
        }),
      );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 429, 429]);
    expect(answers[4]!.json().code).toBe('TOO_MANY_REQUESTS');
    expect(Number(answers[4]!.headers['retry-after'])).toBeGreaterThan(0);
    expect(answers[4]!.json().vi.detail).toMatch(/sau \d+ giây/);
  });

  it('leaves other routes alone', async () => {
    for (let i = 0; i < 10; i++)
      expect((await demo.app.inject({ url: '/demo/me', headers: demo.bearer })).statusCode).toBe(
        200,
      );
  });
});

describe('what is no HTTP', () => {
  it.each([
    ['not at all', 'hello\r\n\r\n', 400],
    ['a header without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    [
      'two lengths',
      'POST /demo/track HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      400,
    ],
    [
      'length and chunks (smuggling)',
      'POST /demo/track HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['no host', 'GET /health/live HTTP/1.1\r\n\r\n', 400],
    ['a header that never ends in time', 'GET / HTTP/1.1\r\nHost: x\r\n', 408],
  ])(
    '%s: refused, as a problem, and closed',
    async (_, bytes, status) => {
      const answer = await rawHttp(port, bytes);
      expect(answer.status).toBe(status);
    },
    60_000,
  );

  it('is answered in both languages, without a word of it', async () => {
    const { text } = await rawHttp(port, 'Nguyễn Văn Thử\r\n\r\n');
    expect(text).toContain('application/problem+json');
    expect(text).toContain('The request could not be read');
    expect(text).not.toContain('Nguyễn');
  });

  it('does not stop the next request', async () => {
    expect((await rawHttp(port, request('GET', '/health/live'))).status).toBe(200);
  });
});
