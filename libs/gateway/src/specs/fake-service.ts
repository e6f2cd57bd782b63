import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface FakeAnswer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** Stands where a service stands: keeps what reached it, answers as told. For specs. */
export class FakeService {
  readonly seen: Seen[] = [];
  /** Requests that have begun and not ended. */
  busy = 0;
  /** More than this of a body, and it hangs up, as the services do. */
  most = Infinity;
  answer: (seen: Seen) => FakeAnswer = () => ({ status: 200, body: { ok: true } });
  /** Answers wait for this. */
  hold: (seen: Seen) => Promise<void> = async () => undefined;
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    this.busy += 1;
    response.on('close', () => (this.busy -= 1));
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > this.most) request.destroy();
    });
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const seen = { method, url, headers, body: Buffer.concat(chunks).toString() };
      this.seen.push(seen);
      void this.hold(seen).then(() => {
        const answer = this.answer(seen);
        response.writeHead(answer.status, {
          'content-type': 'application/json',
          ...answer.headers,
        });
        response.end(JSON.stringify(answer.body ?? null));
      });
    });
  });

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  get last(): Seen {
    const last = this.seen.at(-1);
    if (!last) throw new Error('nothing reached the service');
    return last;
  }
}
