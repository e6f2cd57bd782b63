import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import type { Browser } from './specs/browser.ts';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

const MEGABYTE = 1024 * 1024;

let database: TestDatabase;
let door: RunningGateway;
let browser: Browser;

beforeAll(async () => {
  database = await createTestDatabase();
  door = await runGateway(database.url);
  door.service.most = MEGABYTE;
  browser = door.browser();
  const { username, password } = await door.person();
  await browser.signIn(username, password);
}, 30_000);
afterAll(async () => {
  await door.stop();
  await database.drop();
});

interface Answer {
  readonly status: number;
  readonly body: { readonly code?: string; readonly vi?: object; readonly en?: object };
}

/** A body in chunks, which nobody can know the length of before it ends. */
class Chunked {
  readonly #socket: Socket;
  #text = '';
  closed = false;

  constructor(path: string, type: string) {
    this.#socket = connect(door.port, '127.0.0.1');
    this.#socket.on('data', (data) => (this.#text += data.toString()));
    this.#socket.on('error', () => undefined);
    this.#socket.on('close', () => (this.closed = true));
    const lines = [
      `POST ${path} HTTP/1.1`,
      `Host: localhost:${door.port}`,
      `Cookie: mb-session=${browser.cookie('mb-session')?.value}`,
      `Origin: ${door.origin}`,
      'X-Minh-Bach: 1',
      `Content-Type: ${type}`,
      'Transfer-Encoding: chunked',
    ];
    this.#socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  }

  /** Resolves when it has left, or nobody takes it any more. */
  async send(bytes: number): Promise<void> {
    const size = 64 * 1024;
    for (let sent = 0; sent < bytes && !this.closed; sent += size) {
      const chunk = Buffer.alloc(Math.min(size, bytes - sent), 'x');
      const framed = [`${chunk.length.toString(16)}\r\n`, chunk, '\r\n'].map((part) =>
        Buffer.from(part),
      );
      await new Promise<void>((resolve) => {
        this.#socket.once('close', resolve);
        this.#socket.write(Buffer.concat(framed), () => {
          this.#socket.off('close', resolve);
          resolve();
        });
      });
    }
  }

  breakOff(): void {
    this.#socket.destroy();
  }

  end(): void {
    this.#socket.write('0\r\n\r\n');
  }

  /** What the gateway says itself comes whole; of what a service says only the status is read. */
  async answer(): Promise<Answer> {
    const [head, body] = await until(() => {
      const [first, text] = this.#text.split('\r\n\r\n');
      const length = Number(/^content-length: (\d+)/im.exec(first ?? '')?.[1] ?? 0);
      const whole = text !== undefined && Buffer.byteLength(text) >= length;
      return whole ? [first ?? '', length > 0 ? text : '{}'] : undefined;
    });
    this.#socket.destroy();
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head ?? '')?.[1]);
    return { status, body: JSON.parse(body ?? '') as Answer['body'] };
  }
}

async function until<T>(found: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const last = Date.now() + 20_000;
  for (;;) {
    const value = await found();
    if (value !== undefined) return value;
    if (Date.now() > last) throw new Error('it never comes');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const JSON_TYPE = 'application/json';
const MULTIPART = 'multipart/form-data; boundary=x';
const tooLarge = {
  status: 413,
  body: {
    code: 'BODY_TOO_LARGE',
    vi: { title: 'Nội dung gửi lên quá lớn', detail: expect.stringMatching(/\S/) },
    en: { title: 'The content is too large', detail: expect.stringMatching(/\S/) },
  },
};

describe('a body that does not say how long it is', () => {
  it.each(['/api/intake/petitions', '/api/track'])(
    'is told that it is too large, while it is still being sent or after: %s',
    async (path) => {
      const sending = new Chunked(path, JSON_TYPE);
      await sending.send(1.5 * MEGABYTE);
      expect(await sending.answer()).toMatchObject(tooLarge);

      const sent = new Chunked(path, JSON_TYPE);
      await sent.send(3 * MEGABYTE);
      sent.end();
      expect(await sent.answer()).toMatchObject(tooLarge);
    },
  );

  it('goes through up to what a service takes, as it is', async () => {
    const sending = new Chunked('/api/intake/petitions', JSON_TYPE);
    await sending.send(MEGABYTE);
    sending.end();
    expect((await sending.answer()).status).toBe(200);
    expect(door.service.last.body).toBe('x'.repeat(MEGABYTE));
  });

  it('has the limit of an upload when it is one', async () => {
    door.service.most = Infinity;
    const upload = new Chunked('/api/intake/files', MULTIPART);
    await upload.send(20 * MEGABYTE);
    upload.end();
    expect((await upload.answer()).status).toBe(200);
    const larger = new Chunked('/api/intake/files', MULTIPART);
    await larger.send(24 * MEGABYTE + 1);
    expect(await larger.answer()).toMatchObject(tooLarge);
    door.service.most = MEGABYTE;
  });

  it('is not taken in for ever', async () => {
    const endless = new Chunked('/api/intake/petitions', JSON_TYPE);
    await until(async () => {
      await endless.send(MEGABYTE);
      return endless.closed ? true : undefined;
    });
  });

  it('that breaks off leaves nothing hanging at the service', async () => {
    const broken = new Chunked('/api/intake/petitions', JSON_TYPE);
    await broken.send(0.5 * MEGABYTE);
    const before = door.service.seen.length;
    broken.breakOff();
    const whole = new Chunked('/api/intake/petitions', JSON_TYPE);
    await whole.send(1);
    whole.end();
    expect((await whole.answer()).status).toBe(200);
    expect(door.service.seen).toHaveLength(before + 1);
    await until(() => (door.service.busy === 0 ? true : undefined));
  });
});
