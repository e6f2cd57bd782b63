import type { FastifyRequest } from 'fastify';
import type { DeviceCookie } from './device-cookie.ts';
import { networkOf } from './network.ts';

/**
 * What a request counts for: the device where somebody signed in before, otherwise its network. So
 * nobody at an address can shut sign-in for the known devices there.
 */
export type SourceOf = (request: FastifyRequest) => string;

export const sourceOf =
  (devices: DeviceCookie): SourceOf =>
  (request) => {
    const device = devices.device(request.headers.cookie);
    return device === undefined ? networkOf(request.ip) : `device ${device}`;
  };

/** Requests a minute, for each route and source; `@fastify/rate-limit` reads them from the routes. */
export function limitsBy(keyGenerator: SourceOf) {
  const perMinute = (max: number, allowList?: (request: FastifyRequest) => boolean) => ({
    config: {
      rateLimit: { max, timeWindow: 60_000, keyGenerator, ...(allowList && { allowList }) },
    },
  });
  return {
    /** Steps of a sign-in that leave rows; an office behind one address is let through. */
    authorize: perMinute(300),
    /** Forms that take a password or a link's secret. */
    form: perMinute(120),
    /** Each leaves a row for ten minutes. */
    device: perMinute(30),
    /** Codes that people type. */
    code: perMinute(60),
    /** Of `mb`. @param isGateway it renews everybody's tokens from one address */
    token: (isGateway: (request: FastifyRequest) => boolean) => perMinute(600, isGateway),
  };
}

export type Limits = ReturnType<typeof limitsBy>;
