import type { FastifyInstance } from 'fastify';
import type { JsonLogger } from './logger.ts';

/** One line a request: method, pattern, status, time. No URL, no body, no address. */
export function logRequests(fastify: FastifyInstance, logger: JsonLogger): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const quiet = route.startsWith('/health/') && reply.statusCode < 400;
    if (!quiet)
      logger.info('request', {
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      });
    done();
  });
}
