import type { FastifyInstance } from 'fastify';
import { Refusal } from './problem.ts';

const PLAIN = /^(\/[A-Za-z0-9._~@+-]*)+$/;

/**
 * One spelling a path: nothing percent-encoded, no empty, `.` or `..` segment. A router that decodes
 * and a service that does so again would otherwise judge two different things.
 */
export function plainPathsOnly(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const path = (request.raw.url ?? '').split('?')[0] ?? '';
    const odd = path.includes('//') || path.split('/').some((segment) => /^\.+$/.test(segment));
    if (odd || !PLAIN.test(path)) throw new Refusal('NOT_FOUND');
  });
}
