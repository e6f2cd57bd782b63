import { setTimeout as pause } from 'node:timers/promises';
import type { Rating } from '@minh-bach/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** A refusal of a service, which nothing in the demo should meet. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly asked: string,
    readonly status: number,
    readonly problem: { readonly code?: string },
  ) {
    super(`${asked}: ${status} ${JSON.stringify(problem)}`);
  }

  get code(): string {
    return this.problem.code ?? '';
  }
}

export interface Sending {
  readonly key: string;
  readonly body: unknown;
  /** The revision that was seen. */
  readonly ifMatch?: number | undefined;
  /** Held as a deputy. */
  readonly post?: string | undefined;
}

/** Below the five minutes that a token is good for. */
const TOKEN_MS = 4 * 60_000;
const TRIES = 40;
const PAUSE_MS = 25;

/** The demo's people as they ask the services: with a token each, judged as everybody. */
export class Colleagues {
  readonly #tokens = new Map<string, { readonly token: string; readonly until: number }>();

  constructor(
    private readonly services: NestFastifyApplication,
    /** Signs a demo person in. */
    private readonly tokenOf: (person: string) => Promise<string>,
  ) {}

  get<T>(person: string, path: string): Promise<T> {
    return this.#ask<T>(person, 'GET', path, {});
  }

  post<T>(person: string, path: string, { key, body, ifMatch, post }: Sending): Promise<T> {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
      ...(post === undefined ? {} : { 'x-acting-post': post }),
    };
    return this.#ask<T>(person, 'POST', path, headers, JSON.stringify(body));
  }

  /** With the code of a receipt, as a stranger. */
  async rate(body: Rating): Promise<{ readonly position: null }> {
    const answer = await this.services.inject({
      method: 'POST',
      url: '/intake/track/rating',
      payload: body,
    });
    if (answer.statusCode >= 300) throw new Refused('rating', answer.statusCode, answer.json());
    return { position: null };
  }

  async #ask<T>(
    person: string,
    method: 'GET' | 'POST',
    url: string,
    headers: Record<string, string>,
    payload?: string,
  ): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const authorization = `Bearer ${await this.#token(person)}`;
      const answer = await this.services.inject({
        method,
        url,
        headers: { ...headers, authorization },
        ...(payload === undefined ? {} : { payload }),
      });
      if (answer.statusCode < 300) return answer.json<T>();
      // Rows that are not up to date yet: people load the page again.
      const isEarly = answer.statusCode === 503 || (method === 'GET' && answer.statusCode === 404);
      if (!isEarly || attempt >= TRIES)
        throw new Refused(`${person} ${method} ${url}`, answer.statusCode, answer.json());
      await pause(PAUSE_MS);
    }
  }

  async #token(person: string): Promise<string> {
    const known = this.#tokens.get(person);
    if (known && performance.now() < known.until) return known.token;
    const token = await this.tokenOf(person);
    this.#tokens.set(person, { token, until: performance.now() + TOKEN_MS });
    return token;
  }
}
