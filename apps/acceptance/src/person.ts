import { randomUUID } from 'node:crypto';
import type { Tracked } from '@minh-bach/contracts';
import { Browser, type Visit } from '@minh-bach/gateway/specs';

/** The password of the demo's people. */
const PASSWORD = 'minh bach la cong khai';

export interface Answered<T> {
  readonly status: number;
  readonly body: T;
  readonly etag: string | null;
  readonly headers: Headers;
}

export interface Sending {
  /** The revision that was seen. */
  readonly ifMatch?: number;
  /** `Idempotency-Key`; a new one unless given. */
  readonly key?: string;
}

/** Someone at the product's door with a browser of their own. */
export class Person {
  private constructor(private readonly browser: Pick<Browser, 'origin' | 'send'>) {}

  /** Someone at the services themselves, behind the door. */
  static behind(url: string, token: string): Person {
    const send = (to: string, { headers, ...visit }: Visit = {}) =>
      fetch(`${url}${to.replace(/^\/api/, '')}`, {
        ...visit,
        headers: { ...headers, authorization: `Bearer ${token}` },
      });
    return new Person({ origin: url, send });
  }

  static async signIn(url: string, name: string): Promise<Person> {
    const browser = new Browser(url);
    await browser.signIn(name, PASSWORD);
    return new Person(browser);
  }

  static stranger(url: string): Person {
    return new Person(new Browser(url));
  }

  async get<T = Record<string, unknown>>(
    path: string,
    headers: Record<string, string> = {},
  ): Promise<Answered<T>> {
    return answered<T>(await this.browser.send(`/api${path}`, { headers }));
  }

  /** Asks again until the answer is as wanted: other services hear a little later. */
  async getUntil<T>(path: string, wanted: (body: T) => boolean): Promise<T> {
    const until = Date.now() + 60_000;
    for (;;) {
      const { status, body } = await this.get<T>(path);
      if (status === 200 && wanted(body)) return body;
      if (Date.now() > until) throw new Error(`${path} stays ${status} ${JSON.stringify(body)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** What the holder of a receipt code is told, once it is this. */
  async getTracked(
    code: string,
    state: string,
    wanted: (tracked: Tracked) => boolean = () => true,
  ): Promise<Tracked> {
    const until = Date.now() + 60_000;
    for (;;) {
      const { status, body } = await this.post<Tracked>('/track', { code });
      if (status === 200 && body.state === state && wanted(body)) return body;
      if (Date.now() > until) throw new Error(`tracking stays ${status} ${JSON.stringify(body)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async post<T = Record<string, unknown>>(
    path: string,
    body: unknown,
    { ifMatch, key = randomUUID() }: Sending = {},
  ) {
    const response = await this.browser.send(`/api${path}`, {
      method: 'POST',
      headers: {
        origin: this.browser.origin,
        'x-minh-bach': '1',
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
      },
      body: JSON.stringify(body),
    });
    return answered<T>(response);
  }

  /** As a page of ours sends, but whatever the caller wants in it. */
  async send<T = Record<string, unknown>>(
    path: string,
    { method = 'POST', headers = {}, body }: Visit = {},
  ): Promise<Answered<T>> {
    const response = await this.browser.send(`/api${path}`, {
      method,
      headers: { origin: this.browser.origin, 'x-minh-bach': '1', ...headers },
      ...(body === undefined ? {} : { body }),
    });
    return answered<T>(response);
  }

  /** A command that must go through. */
  async does<T = { revision: number }>(
    path: string,
    body: unknown,
    sending: Sending = {},
  ): Promise<T> {
    const { status, body: answer } = await this.post<T>(path, body, sending);
    if (status >= 300) throw new Error(`${path} was answered ${status} ${JSON.stringify(answer)}`);
    return answer;
  }
}

async function answered<T>(response: Response): Promise<Answered<T>> {
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    body: (json ? JSON.parse(text) : text) as T,
    etag: response.headers.get('etag'),
    headers: response.headers,
  };
}
