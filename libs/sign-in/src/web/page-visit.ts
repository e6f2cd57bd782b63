import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';

/**
 * Whether the answer becomes the page of a tab, as far as the browser says (Fetch Metadata). What a
 * page of another site loads as an image, in a frame or in advance does not. Programs name no site, also
 * where they name a mode, as Node's own `fetch` does.
 */
export function isPageVisit(headers: IncomingHttpHeaders): boolean {
  const { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest } = headers;
  if (site === undefined && dest === undefined) return true;
  const inAdvance = headers['sec-purpose'] !== undefined;
  return mode === 'navigate' && (dest === undefined || dest === 'document') && !inAdvance;
}

/** Refuses all else before it is counted, or leaves anything. */
export function pageVisitsOnly(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ headers }) => {
    if (!isPageVisit(headers)) throw Object.assign(new Error('no page visit'), { statusCode: 403 });
  });
}
