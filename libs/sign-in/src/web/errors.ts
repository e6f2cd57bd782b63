import { isBrokenOff, isOutage } from '@minh-bach/kernel';
import type { FastifyInstance } from 'fastify';
import { errors } from 'oidc-provider';
import { languageOf } from '../pages/language.ts';
import { messagePage } from '../pages/message-page.ts';

const RETRY_AFTER_S = 5;

/** A page for whatever goes wrong: what to do next, and nothing of the inside. */
export function pageErrors(app: FastifyInstance, base: string): void {
  app.setErrorHandler(async (error, request, reply) => {
    const code = error instanceof errors.SessionNotFound ? 400 : statusOf(error);
    // Nobody reads the answer to what broke off.
    if (code >= 500 && !isBrokenOff(request.raw))
      request.log.error(
        { code: error instanceof Error ? error.name : 'unknown' },
        'sign-in failed',
      );
    if (code === 503) void reply.header('retry-after', RETRY_AFTER_S);
    const expired = error instanceof errors.SessionNotFound;
    const kind = expired
      ? 'expired'
      : code === 429
        ? 'busy'
        : code >= 500
          ? 'unavailable'
          : 'failed';
    return reply
      .code(code)
      .type('text/html; charset=utf-8')
      .send(messagePage({ language: languageOf(request.raw), base, kind }));
  });
}

function statusOf(error: unknown): number {
  if (isOutage(error)) return 503;
  const status: unknown = error instanceof Error ? Reflect.get(error, 'statusCode') : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
