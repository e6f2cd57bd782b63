import type { FastifyInstance } from 'fastify';
import { isUpload } from '../proxy/uploads.ts';
import type { Patience } from './limits.ts';
import { Refusal } from './problem.ts';

/** An answer has this long to leave before the connection is cut. */
const LAST_WORDS_MS = 1_000;

/**
 * For whatever route reads a body, or leaves it unread: all of it comes within the time, or its
 * reader is told, and then the connection is cut. Uploads have a pace instead.
 */
export function limitBodyTimes(
  app: FastifyInstance,
  patience: Pick<Patience, 'bodyMs' | 'smallBodyMs'>,
): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const { raw, headers, routeOptions } = request;
    const announced =
      headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
    if (announced && !isUpload(request)) {
      const withinMs = patience[routeOptions.config.isSmall ? 'smallBodyMs' : 'bodyMs'];
      const late = setTimeout(() => {
        if (raw.complete || raw.destroyed) return;
        if (raw.listenerCount('error') > 0) raw.emit('error', new Refusal('BODY_TOO_SLOW'));
        setTimeout(() => raw.destroy(), LAST_WORDS_MS).unref();
      }, withinMs).unref();
      raw.once('close', () => clearTimeout(late));
    }
    done();
  });
}
