import fastifyRateLimit from '@fastify/rate-limit';
import { DomainError } from '@minh-bach/kernel';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * At most `max` requests per address within `window` ms, counted in memory of this process.
 * Addresses are never written anywhere. Behind a gateway all come from one address: limit there.
 */
export const Limit = ({ max, window }: { max: number; window: number }) =>
  RouteConfig({ rateLimit: { max, timeWindow: window } });

/** How much is left would tell what others at the same address do. */
const UNTOLD = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
};

export async function registerLimits(app: NestFastifyApplication): Promise<void> {
  await app.register(fastifyRateLimit, {
    global: false,
    cache: 20_000,
    addHeadersOnExceeding: UNTOLD,
    addHeaders: { ...UNTOLD, 'retry-after': true },
    errorResponseBuilder: (_request, { ttl }) =>
      new DomainError('TOO_MANY_REQUESTS', { seconds: Math.max(1, Math.ceil(ttl / 1000)) }),
  });
}
