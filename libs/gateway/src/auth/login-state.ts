import type { Clock } from '@minh-bach/kernel';
import { box } from '@minh-bach/sign-in';
import type { Box } from '@minh-bach/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { SiteCookie } from '../http/cookies.ts';

const LIFETIME_S = 15 * 60;

const stateSchema = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Where in the console to go on afterwards. */
  to: z.string(),
  /** Of the pages, where one was asked for. */
  lang: z.enum(['vi', 'en']).exactOptional(),
  /** Milliseconds since 1970. */
  at: z.number(),
});
export type LoginState = Omit<z.infer<typeof stateSchema>, 'at'>;

/** Keeps what a started sign-in must remember in a sealed cookie, so only the browser that began ends it. */
export class LoginStates {
  readonly #box: Box;

  constructor(
    private readonly cookie: SiteCookie,
    sealKey: string,
    private readonly clock: Clock,
  ) {
    this.#box = box(Buffer.from(sealKey, 'base64url'));
  }

  keep(reply: FastifyReply, state: LoginState): void {
    const text = JSON.stringify({ ...state, at: this.clock.now().getTime() });
    this.cookie.set(reply, this.#box.seal(text, 'login').toString('base64url'), LIFETIME_S);
  }

  /** Once: the cookie is cleared. */
  take(request: FastifyRequest, reply: FastifyReply): LoginState | undefined {
    if (this.cookie.read(request) === undefined) return undefined;
    this.cookie.clear(reply);
    return this.look(request);
  }

  /** Leaves the cookie for `take`. */
  look(request: FastifyRequest): LoginState | undefined {
    const value = this.cookie.read(request);
    if (value === undefined) return undefined;
    try {
      const opened = this.#box.open(Buffer.from(value, 'base64url'), 'login');
      const { at, ...state } = stateSchema.parse(JSON.parse(opened));
      return this.clock.now().getTime() - at < LIFETIME_S * 1000 ? state : undefined;
    } catch {
      return undefined;
    }
  }
}
