import type { FastifyError, FastifyInstance } from 'fastify';
import { Refusal, sendProblem } from './problem.ts';

/** One place turns whatever goes wrong into a problem; a 5xx hides its inside and logs it. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const refusal = error instanceof Refusal ? error : refusalOf(error);
    if (refusal.code === 'INTERNAL' || refusal.code === 'UNAVAILABLE') {
      // No message and no address: either may carry something personal, or a one-time secret.
      const cause = refusal.cause instanceof Error ? refusal.cause : error;
      request.log.error(
        { error: cause.name, code: refusal.code, stack: frames(cause) },
        'request failed',
      );
    }
    return sendProblem(request, reply, refusal);
  });
}

function refusalOf(error: FastifyError): Refusal {
  const options = { cause: error };
  const { statusCode = 500 } = error;
  if (statusCode === 403 || statusCode === 404) return new Refusal('NOT_FOUND', {}, options);
  if (statusCode === 413) return new Refusal('BODY_TOO_LARGE', {}, options);
  if (statusCode === 429) return new Refusal('TOO_MANY_REQUESTS', {}, options);
  return new Refusal(statusCode < 500 ? 'BAD_REQUEST' : 'INTERNAL', {}, options);
}

/** Where it happened, without the message in the first line. */
const frames = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .join('\n');
