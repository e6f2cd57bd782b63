import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { Refusal } from './problem.ts';

/** Requests an address may make in a minute; an office behind one address is still let through. */
const perMinute = (max: number) => ({ rateLimit: { max, timeWindow: 60_000 } });

export const LIMITS = {
  /** Starting and ending a sign-in. */
  auth: perMinute(300),
  /** Asking for a petition by its receipt code: 128 bits, so this is for our sake, not the code's. */
  track: perMinute(60),
  /** Links for new accounts. */
  invite: perMinute(30),
} as const;

/** For routes that say so in their `config`; counted in memory, addresses are written nowhere. */
export async function limitRates(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    cache: 20_000,
    errorResponseBuilder: () => new Refusal('TOO_MANY_REQUESTS'),
  });
}
