import { isPageVisit } from '@minh-bach/sign-in';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../http/problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * For requests that a cookie speaks for. What changes something must carry a header that a foreign
 * page cannot set without asking first, and come from our own origin; what reads must not be
 * started by a foreign page either, where the browser says so.
 *
 * @throws Refusal `CROSS_SITE`
 */
export function refuseCrossSite(request: FastifyRequest, publicOrigin: string): void {
  const { origin, 'sec-fetch-site': site, 'x-minh-bach': ours } = request.headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new Refusal('CROSS_SITE');
  if (SAFE.has(request.method)) return;
  if (ours !== '1' || origin !== publicOrigin) throw new Refusal('CROSS_SITE');
}

/**
 * For pages that anybody may open, also by a link from another site, but no other page may load.
 *
 * @throws Refusal `CROSS_SITE`
 */
export async function pageVisitsOnly({ headers }: FastifyRequest): Promise<void> {
  if (!isPageVisit(headers)) throw new Refusal('CROSS_SITE');
}
