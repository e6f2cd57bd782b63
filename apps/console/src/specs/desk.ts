import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { APIRequestContext } from 'playwright-core';

const LONGEST_WAIT_MS = 15_000;

/** One person's requests, by the session of his browser. */
export class Desk {
  constructor(
    private readonly request: APIRequestContext,
    private readonly origin: string,
  ) {}

  cookies() {
    return this.request.storageState();
  }

  /** @throws Error with the problem's code */
  async get<T>(path: string): Promise<T> {
    const response = await this.request.get(`${this.origin}/api${path}`);
    if (!response.ok()) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** @param revision what the command was decided upon, for those that ask for it */
  async post<T>(path: string, data: object, revision?: number): Promise<T> {
    const response = await this.request.post(`${this.origin}/api${path}`, {
      data,
      headers: {
        origin: this.origin,
        'x-minh-bach': '1',
        'idempotency-key': randomUUID(),
        ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
      },
    });
    if (!response.ok()) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** Other services hear of a matter a moment later. */
  async until<T>(path: string, holds: (answer: T) => boolean): Promise<T> {
    const end = Date.now() + LONGEST_WAIT_MS;
    for (;;) {
      const answer = await this.get<T>(path).catch((error: unknown) => error as Error);
      if (!(answer instanceof Error) && holds(answer)) return answer;
      if (Date.now() > end) throw new Error(`${path} never came to hold`, { cause: answer });
      await setTimeout(50);
    }
  }
}
