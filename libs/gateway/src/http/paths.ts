import type { FastifyInstance } from 'fastify';
import { Refusal } from './problem.ts';

const PLAIN = /^(\/[A-Za-z0-9._~@+-]*)+$/;

/** Nothing percent-encoded, no empty, `.` or `..` segment, no backslash, no control character. */
export const isPlainPath = (path: string): boolean =>
  PLAIN.test(path) &&
  !path.includes('//') &&
  !path.split('/').some((segment) => /^\.+$/.test(segment));

/**
 * One spelling a path. A router that decodes and a service that does so again would otherwise judge
 * two different things.
 */
export function plainPathsOnly(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const path = (request.raw.url ?? '').split('?')[0] ?? '';
    if (!isPlainPath(path)) throw new Refusal('NOT_FOUND');
  });
}
