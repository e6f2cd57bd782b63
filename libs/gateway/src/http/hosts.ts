import type { FastifyInstance } from 'fastify';
import { isPlainPath } from './paths.ts';
import { Refusal } from './problem.ts';

/**
 * Only the names this product goes by are answered (DNS rebinding, poisoned links). Whoever comes
 * by another of our own names with a browser is sent to the public one, where cookies work.
 */
export function knownHostsOnly(
  app: FastifyInstance,
  publicOrigin: string,
  internal: readonly string[],
): void {
  const publicHost = new URL(publicOrigin).host;
  app.addHook('onRequest', async (request, reply) => {
    // RFC 9112, 3.2: of two, Node tells the first, and a proxy may have gone by the other.
    if ((request.raw.headersDistinct['host']?.length ?? 0) > 1) throw new Refusal('BAD_REQUEST');
    const { host } = request.headers;
    if (host === publicHost) return;
    if (host === undefined || !internal.includes(host)) throw new Refusal('WRONG_HOST');
    const navigating = request.headers['sec-fetch-mode'] === 'navigate';
    if (!navigating || request.method !== 'GET') return;
    const url = request.raw.url ?? '/';
    // A request may name a whole address (`GET http://…`): glued to ours that is another host.
    if (!isPlainPath(url.split('?')[0] ?? '')) throw new Refusal('NOT_FOUND');
    return reply.redirect(publicOrigin + url, 307);
  });
}
