import { isBrokenOff, isOutage, type BurstLog } from '@minh-bach/kernel';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal, sendProblem } from './problem.ts';

/** One place turns whatever goes wrong into a problem; a 5xx hides its inside and logs it. */
export function handleErrors(app: FastifyInstance, bursts: BurstLog): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const refusal = error instanceof Refusal ? error : refusalOf(error, request);
    if (refusal.code === 'BROKEN_OFF') bursts.note('warn', 'requests broke off');
    if (refusal.code === 'INTERNAL' || refusal.code === 'UNAVAILABLE') {
      // No message and no address: either may carry something personal, or a one-time secret.
      const cause = refusal.cause instanceof Error ? refusal.cause : error;
      const fields = { error: cause.name, code: refusal.code, stack: frames(cause) };
      if (refusal.code === 'INTERNAL') request.log.error(fields, 'request failed');
      else bursts.note('error', 'request failed, something is away', fields);
    }
    return sendProblem(request, reply, refusal);
  });
}

function refusalOf(error: FastifyError, request: FastifyRequest): Refusal {
  const options = { cause: error };
  const { statusCode = 500 } = error;
  // Its sender went while the body was being read.
  if (isBrokenOff(request.raw)) return new Refusal('BROKEN_OFF', {}, options);
  if (isOutage(error)) return new Refusal('UNAVAILABLE', {}, options);
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
