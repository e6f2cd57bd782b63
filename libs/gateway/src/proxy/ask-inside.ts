import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { UPSTREAM_MS } from '../http/limits.ts';
import { Refusal } from '../http/problem.ts';
import type { ServiceAnswer, ServiceQuestion } from './ask-service.ts';

/** The app of the services, where it lives in this process. */
export type Inside = Pick<FastifyInstance, 'inject'>;

/**
 * As `askService`, without a socket. A service does the same with the request from its route on: the
 * guard, the limits of a body, the problems.
 *
 * @throws Refusal `UNAVAILABLE`
 */
export async function askInside(
  app: Inside,
  url: string,
  { method = 'GET', headers, body, withinMs = UPSTREAM_MS }: ServiceQuestion,
): Promise<ServiceAnswer> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error('a service takes too long')), withinMs);
  });
  try {
    const { pathname, search } = new URL(url);
    const asked = { method, headers, path: pathname + search, ...(body && { payload: body }) };
    const answer = await Promise.race([app.inject(asked), tooLate]);
    return {
      status: answer.statusCode,
      // It makes texts of all.
      headers: answer.headers as IncomingHttpHeaders,
      body: method === 'HEAD' ? Buffer.alloc(0) : answer.rawPayload,
    };
  } catch (cause) {
    throw new Refusal('UNAVAILABLE', {}, { cause });
  } finally {
    clearTimeout(late);
  }
}
